import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../places.ts';
import { endLeft } from '../processes/supervisor.ts';
import type { Left } from '../processes/supervisor.ts';

const state = join(cache, 'up.json');

/** Notes what stays up after this run, beside what earlier runs left. */
export function noteLeft(folder: string, servers: readonly Left[]): void {
  mkdirSync(cache, { recursive: true });
  writeFileSync(state, JSON.stringify([...noted(), { folder, servers }], null, 2));
}

/** Ends everything that earlier runs left up, and removes its files. */
export async function takeDown(): Promise<number> {
  for (const { folder, servers } of noted()) {
    await endLeft([...servers].reverse());
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(state, { force: true });
  return 0;
}

function noted(): { readonly folder: string; readonly servers: readonly Left[] }[] {
  return existsSync(state) ? JSON.parse(readFileSync(state, 'utf8')) as ReturnType<typeof noted> : [];
}
