/** Where charts lie: an index of charts, or a registry, in which each chart is an image of its name. */
export type ChartRepository = `https://${string}` | `oci://${string}`;

/** The address of a repository as Argo CD has it: a registry without its scheme. */
export function repositoryUrl(repository: ChartRepository): string {
  return repository.replace(/^oci:\/\//, '');
}
