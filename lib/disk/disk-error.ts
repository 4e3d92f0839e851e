/** Something that the disk, or what lies on it, does not allow. */
export class DiskError extends Error {
  override readonly name: string = 'DiskError';

  /** What machines know the error by, whatever its sentence is. */
  readonly code: string = 'disk';
}

/** The folder holds things that the program did not write. Nothing was written, nothing removed. */
export class UnknownFilesError extends DiskError {
  override readonly name = 'UnknownFilesError';
  override readonly code = 'unknown-files';

  /** Every such path, relative to the folder, sorted. */
  readonly files: readonly string[];

  constructor(folder: string, files: readonly string[]) {
    super(
      [
        `${folder}: ${files.length} of its files were not written by this program, all of them must be.`,
        'Move them elsewhere, or remove them:',
        ...shortened(files).map(file => `  ${file}`),
      ].join('\n'),
    );
    this.files = files;
  }
}

/** Another process is writing the same folder. */
export class LockedError extends DiskError {
  override readonly name = 'LockedError';
  override readonly code = 'locked';

  /** Number of that process. */
  readonly pid: number;

  constructor(folder: string, pid: number, lock: string) {
    super(
      [
        `${folder}: process ${pid} is writing this folder, only one may at a time.`,
        `Wait until it has ended; if it is another program that was given this number, remove '${lock}'`,
      ].join(' '),
    );
    this.pid = pid;
  }
}

/** The tree that was asked for cannot be a tree on every disk. Nothing was written. */
export class RefusedTreeError extends DiskError {
  override readonly name = 'RefusedTreeError';
  override readonly code = 'refused-tree';

  /** One sentence for each thing wrong with it. */
  readonly problems: readonly string[];

  constructor(folder: string, problems: readonly string[]) {
    super([`${folder}: the tree cannot be written:`, ...problems.map(problem => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/**
 * An error of the operating system, told in the words of this program.
 *
 * @param where what was being worked on
 * @param error what was caught; anything that is no error of the operating system comes back as it is
 * @param aftermath what state things are in now
 */
export function asDiskError(where: string, error: unknown, aftermath: string): unknown {
  if (error instanceof DiskError || !isSystemError(error)) return error;
  const { what, must } = reasons[error.code] ?? { what: 'the disk refuses', must: 'it must not' };
  return new DiskError(`${where}: ${what} (${error.message}), ${must}; ${aftermath}`, { cause: error });
}

/** Whether an error came from the operating system, with one of the given codes where some are given. */
export function isSystemError(error: unknown, ...codes: string[]): error is SystemError {
  // Told by its fields: test runners give each file its own `Error`, of which Node's are no instances.
  const { code, syscall } = (error ?? {}) as Partial<SystemError>;
  return code !== undefined && syscall !== undefined && (codes.length === 0 || codes.includes(code));
}

interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

interface Reason {
  readonly what: string;
  readonly must: string;
}

const permission: Reason = { what: 'a permission is missing', must: 'the folder and the one around it must allow it' };
const notAFolder: Reason = { what: 'a file stands where a folder belongs', must: 'the path must be free or one' };
const inTheWay: Reason = { what: 'something else was put in this place', must: 'nothing else may write here' };
const space: Reason = { what: 'the disk is full', must: 'there must be room for a second copy of what changes' };

const reasons: Readonly<Record<string, Reason>> = {
  EACCES: permission,
  EPERM: permission,
  EROFS: { what: 'the file system is read-only', must: 'it must be writable' },
  ENOTDIR: notAFolder,
  EEXIST: inTheWay,
  ENOTEMPTY: inTheWay,
  ENOENT: { what: 'a file or folder is missing', must: 'it must exist' },
  EISDIR: { what: 'a folder stands where a file belongs', must: 'the path must be free or a file' },
  ENOSPC: space,
  EDQUOT: { ...space, what: 'the disk quota is used up' },
  EFBIG: { ...space, what: 'the file is larger than this process may write' },
  EBUSY: { what: 'the folder is in use', must: 'it must not be a mount point' },
  EXDEV: { what: 'the folder is on another disk than the one around it', must: 'it must not be a mount point' },
};

// A nested repository or a home folder holds thousands of files, and a screen holds few.
const mostShown = 20;

function shortened(files: readonly string[]): string[] {
  if (files.length <= mostShown) return [...files];
  return [...files.slice(0, mostShown), `… and ${files.length - mostShown} more`];
}
