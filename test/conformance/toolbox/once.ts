import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../places.ts';
import { progress } from '../report/progress.ts';
import { locked } from './lock.ts';

/** Folder of a tool, whoever puts it there. */
export function toolFolder(name: string): string {
  return join(cache, 'tools', name);
}

/** Puts a tool in its place unless it is there, also when several processes want it at the same time. */
export async function once(tool: string, isThere: () => boolean, make: () => Promise<void>): Promise<void> {
  if (isThere()) return;
  mkdirSync(join(cache, 'tools'), { recursive: true });
  const waiting = (owner: number): void => progress(`waiting for ${tool}, which process ${owner} makes`);
  await locked(join(cache, 'tools.lock'), waiting, async () => {
    if (!isThere()) await make();
  });
}
