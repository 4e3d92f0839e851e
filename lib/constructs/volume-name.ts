/** A name of Kubernetes, whatever letters the folder has. */
export function volumeName(mountPath: string): string {
  return mountPath
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 63);
}
