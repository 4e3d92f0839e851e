import { spawnSync } from 'node:child_process';
import { DiskError } from './disk-error.ts';

/**
 * The texts of a folder by path, as a commit has them; none where the commit has no such folder.
 *
 * @param root folder of the repository, or one below it
 * @param commit any name that git knows it by: `origin/main`, `HEAD^`
 * @throws DiskError where there is no git, no repository or no such commit
 */
export function readCommitted(root: string, commit: string, folder: string): Map<string, string> {
  const id = git(root, ['rev-parse', '--verify', '--quiet', `${commit}^{commit}`]).trim();
  if (commit.startsWith('-') || id === '') {
    throw new DiskError(`'${commit}' must be a commit of this repository; a shallow clone lacks the older ones`);
  }
  const entries = git(root, ['ls-tree', '-r', '-z', id, '--', `${folder}/`])
    .split('\0')
    .filter(isFile);
  const files = entries.map(entry => {
    const [kind = '', path = ''] = entry.split('\t');
    return { blob: kind.split(' ')[2]!, path: path.slice(folder.length + 1) };
  });
  const texts = textsOf(
    root,
    files.map(({ blob }) => blob),
  );
  return new Map(files.map(({ path }, index) => [path, texts[index]!]));
}

/** Links and nested repositories are no files. */
function isFile(entry: string): boolean {
  return /^100\d+ blob /.test(entry);
}

/** Each text follows a line that says how many bytes it has. */
function textsOf(root: string, blobs: readonly string[]): string[] {
  if (blobs.length === 0) return [];
  const output = run(root, ['cat-file', '--batch'], `${blobs.join('\n')}\n`).stdout;
  let offset = 0;
  return blobs.map(() => {
    const end = output.indexOf('\n', offset);
    const size = Number(output.toString('utf8', offset, end).split(' ')[2]);
    offset = end + 1 + size + 1;
    return output.toString('utf8', end + 1, end + 1 + size);
  });
}

function git(root: string, args: readonly string[]): string {
  return run(root, args).stdout.toString('utf8');
}

function run(root: string, args: readonly string[], input = ''): { readonly stdout: Buffer } {
  const { error, status, stdout, stderr } = spawnSync('git', ['-C', root, ...args], { input, maxBuffer: 2 ** 30 });
  if (error) throw new DiskError(`git cannot be run (${error.message}), it must be installed`);
  // Of a commit that is not there it says nothing, as it was asked to.
  const said = stderr.toString('utf8').trim();
  if (status !== 0 && said !== '') throw new DiskError(`git ${args[0]}: ${said}`);
  return { stdout };
}
