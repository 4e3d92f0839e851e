import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { execute, outcome } from '../processes/execute.ts';
import { progress } from '../report/progress.ts';
import { mergeIntoUsr } from './merged-usr.ts';
import { once, toolFolder } from './once.ts';
import { ToolMissing } from './tool-missing.ts';

/** Debian packages that are unpacked together. */
export interface DebianTree {
  /** Of the folder. */
  readonly name: string;
  readonly packages: readonly string[];

  /**
   * Whether the tree is a root of its own, with everything that the packages depend on; else with what this machine
   * lacks of it.
   *
   * @default false
   */
  readonly whole?: boolean;
}

/**
 * Unpacks packages. Nothing is installed, no script of a package runs and no service starts, so nobody needs to be root.
 *
 * @returns the folder, in which everything lies below `usr`
 * @throws ToolMissing where they cannot be had
 */
export async function installDebian(tree: DebianTree): Promise<string> {
  const home = debianFolder(tree);
  const stamp = join(home, 'stamp');
  const wanted = JSON.stringify(tree);
  await once(
    tree.name,
    () => existsSync(stamp) && readFileSync(stamp, 'utf8').startsWith(`${wanted}\n`),
    async () => {
      progress(`fetching ${tree.packages.join(', ')}`);
      const fresh = `${home}.fresh`;
      rmSync(fresh, { recursive: true, force: true });
      const files = await download(tree, join(fresh, 'packages'));
      for (const file of files) await execute('dpkg-deb', ['--extract', file, fresh]);
      mergeIntoUsr(fresh, tree.whole ?? false);
      rmSync(join(fresh, 'packages'), { recursive: true });
      const versions = files.map(file => basename(file)).sort();
      writeFileSync(join(fresh, 'stamp'), [wanted, ...versions, ''].join('\n'));
      rmSync(home, { recursive: true, force: true });
      renameSync(fresh, home);
    },
  );
  return home;
}

/** Where packages lie, once they are unpacked. */
export function debianFolder({ name }: Pick<DebianTree, 'name'>): string {
  return toolFolder(`debian-${name}`);
}

/** What decides the bytes of a tree that is there: its packages and their versions. */
export function debianKey(tree: DebianTree): string {
  return createHash('sha256')
    .update(readFileSync(join(debianFolder(tree), 'stamp')))
    .digest('hex');
}

/**
 * Debian's packages, by its own client and so with its signatures; with lists of our own where the machine's are old.
 */
async function download({ name, packages, whole = false }: DebianTree, folder: string): Promise<string[]> {
  const lists = join(folder, 'lists');
  [join(folder, 'partial'), join(lists, 'partial')].forEach(path => mkdirSync(path, { recursive: true }));
  const own = ['-o', `Dir::Cache=${folder}`, '-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User='];
  const fetch = ['install', '--download-only', '--no-install-recommends', '--yes', ...packages];
  const archives = ['-o', `Dir::Cache::archives=${folder}`];
  if (whole) {
    writeFileSync(join(folder, 'status'), ''); // as on a machine that has nothing yet
    archives.push('-o', `Dir::State::status=${join(folder, 'status')}`);
  }

  let said = await outcome('apt-get', [...own, ...archives, ...fetch]);
  if (said.code !== 0 && said.code !== 127) {
    await outcome('apt-get', [...own, '-o', `Dir::State::lists=${lists}`, 'update']);
    said = await outcome('apt-get', [...own, ...archives, '-o', `Dir::State::lists=${lists}`, ...fetch]);
  }
  if (said.code !== 0) throw new ToolMissing(`${name}: apt-get cannot fetch it: ${said.stderr.trim()}`);
  return readdirSync(folder)
    .filter(file => file.endsWith('.deb'))
    .map(file => join(folder, file));
}
