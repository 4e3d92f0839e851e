import { win32 } from 'node:path';
import { RefusedTreeError } from './disk-error.ts';
import { isLitter } from './litter.ts';

/** Whether the program wrote a file: told from its path in the tree and its text, which begins with a header. */
export type Owned = (path: string, text: string) => boolean;

/**
 * Refuses a tree that would not be the same on every disk, or that the program would not know again.
 * Disks of macOS and Windows take two spellings for one name, so folders count as well as files.
 *
 * @throws RefusedTreeError which holds every problem
 */
export function refuseBadTree(folder: string, files: ReadonlyMap<string, string>, owned: Owned): void {
  const problems = [
    ...[...files].flatMap(([path, text]) => [...pathProblems(path), ...textProblems(path, text, owned)]),
    ...new Set(clashes([...files.keys()])),
  ];
  if (problems.length > 0) throw new RefusedTreeError(folder, problems);
}

function pathProblems(path: string): string[] {
  const segments = path.split('/');
  if (win32.isAbsolute(path) || /^[a-z]:/i.test(path)) return [`'${path}' is absolute, it must be relative`];
  if (path.includes('\\')) return [`'${path}' holds a backslash, its folders must be parted by '/'`];
  if (segments.includes('..')) return [`'${path}' leads out of the folder, it must stay inside`];
  if (segments.includes('') || segments.includes('.')) return [`'${path}' has an empty part, each must be a name`];
  if (/[\u0000-\u001f\u007f]/.test(path)) return [`${JSON.stringify(path)} holds a control character, it must not`];
  if (isLitter(path)) return [`'${path}' has a name that desktops and editors use, it must have one of its own`];
  return [];
}

function textProblems(path: string, text: string, owned: Owned): string[] {
  return [
    ...(text.includes('\r') ? [`'${path}' holds a carriage return, its lines must end in '\\n' alone`] : []),
    ...(owned(path, text) ? [] : [`'${path}' lacks the header by which the next run must know it as its own`]),
  ];
}

function clashes(paths: readonly string[]): string[] {
  const spellings = new Map<string, string>();
  const kinds = new Map<string, 'file' | 'folder'>();

  return paths.flatMap(path =>
    prefixesOf(path).flatMap(prefix => {
      const key = prefix.normalize('NFC').toLowerCase();
      const kind = prefix === path ? 'file' : 'folder';
      const spelling = spellings.get(key) ?? prefix;
      const before = kinds.get(key) ?? kind;
      spellings.set(key, spelling);
      kinds.set(key, before);

      if (before !== kind) return [`'${prefix}' is both a file and a folder, it must be one`];
      if (spelling !== prefix) return [`'${spelling}' and '${prefix}' are one name on some disks, they must differ`];
      return [];
    }),
  );
}

/** `a/b/c` gives `a`, `a/b` and `a/b/c`. */
function prefixesOf(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
