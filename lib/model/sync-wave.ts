/**
 * Order inside one Application: Argo CD waits until a wave is healthy before it starts the next. Objects without the
 * annotation are in wave 0.
 */
export function syncWave(wave: number): Record<string, string> {
  return { 'argocd.argoproj.io/sync-wave': String(wave) };
}
