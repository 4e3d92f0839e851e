/** Values that neither form of patch carries through Kustomize unchanged. */
export function refusalsOf(_manifest: unknown): string[] {
  return [];
}
