import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execute } from '../processes/execute.ts';
import { pinsOf } from './family.ts';
import type { Family } from './family.ts';
import { moduleFolder } from './module-folder.ts';

/**
 * Copies a published module, puts the files of the family in it, and writes pins that lead to the copy.
 *
 * @returns the path of those pins, for `go build -modfile`
 */
export async function completed(family: Family, folder: string): Promise<string> {
  const { module, files } = family.completes!;
  const copy = join(folder, 'module');
  cpSync(await moduleFolder(family.name, module), copy, { recursive: true });
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644); // modules cannot be written
  }
  chmodSync(copy, 0o755);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  }

  const pins = join(folder, 'go.mod');
  for (const name of ['go.mod', 'go.sum']) writeFileSync(join(folder, name), readFileSync(join(pinsOf(family), name)));
  await execute('go', ['mod', 'edit', `-replace=${module}=${copy}`, pins], {
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  return pins;
}
