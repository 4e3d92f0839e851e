import type { Archive } from './images/archive.ts';

/** Everything that a run needs. */
export async function install(): Promise<{ tools: string; images: readonly Archive[] }> {
  return Promise.reject(new Error('later'));
}
