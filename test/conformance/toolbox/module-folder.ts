import { execute } from '../processes/execute.ts';
import { familyOf } from './catalogue.ts';
import { pinsOf } from './family.ts';
import type { PublishedModule } from './published-modules.ts';

/** Where the files of a Go module lie that a family pins. Fetches it where a cleaned machine has lost it. */
export async function moduleFolder(family: string, path: string): Promise<string> {
  return (await download(path, pinsOf(familyOf(family)))).Dir;
}

/**
 * Where the files of a published module lie.
 *
 * @throws Error when what is published under its version is not what was meant
 */
export async function downloaded({ path, version, sum }: PublishedModule): Promise<string> {
  const { Dir, Sum } = await download(`${path}@${version}`, '/');
  if (Sum !== sum) throw new Error(`${path}@${version}: has the checksum ${Sum}, must have ${sum}`);
  return Dir;
}

async function download(what: string, cwd: string): Promise<{ Dir: string; Sum: string }> {
  const said = await execute('go', ['mod', 'download', '-json', what], {
    cwd,
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  return JSON.parse(said) as { Dir: string; Sum: string };
}
