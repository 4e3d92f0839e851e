import { join } from 'node:path';
import { modules } from '../places.ts';
import { execute } from '../processes/execute.ts';

/** Where the files of a Go module lie that a family pins. */
export async function moduleFolder(family: string, path: string): Promise<string> {
  const folder = await execute('go', ['list', '-mod=readonly', '-m', '-f', '{{.Dir}}', path], {
    cwd: join(modules, family),
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  return folder.trim();
}
