import { spawn } from 'node:child_process';
import { chmodSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiskError, readTree, writeTree } from '../../lib/disk/index.ts';
import type { FileSystem } from '../../lib/disk/file-system.ts';
import { changes, diskThat, systemError } from './fixtures/broken-disk.ts';
import type { Call } from './fixtures/broken-disk.ts';
import { compiledWriter, outputOf } from './fixtures/children.ts';
import { asOrdinaryUser } from './fixtures/ordinary-user.ts';
import { after, before, fingerprint, isOneOf, owned, removeScratch, scratchFolder } from './fixtures/trees.ts';

let around = '';
let dist = '';

beforeEach(() => {
  around = scratchFolder();
  dist = join(around, 'dist');
});
afterEach(removeScratch);

describe('whatever the disk refuses, the tree is the old one or the new one, and there is one error', () => {
  test.each([
    ['ENOSPC', changes, 'the disk is full'],
    ['EACCES', changes, 'a permission is missing'],
    ['EIO', () => true, 'the disk refuses'],
  ])('%s at any one call', (code, fails, words) => {
    const outcomes = outcomesOf(fails, 1, code);

    expect(outcomes.length).toBeGreaterThan(20);
    expect(
      outcomes.filter(({ tree, error, beside }) => {
        if (tree === 'old') return !error.includes(words) || beside.length > 0;
        return tree === 'torn' || !/^$|the new tree is in place/.test(error);
      }),
    ).toEqual([]);
  });

  test('no room from any one call on', () => {
    const outcomes = outcomesOf(({ name }) => /^(mkdir|link|copyFile|writeFile)Sync$/.test(name), Infinity, 'ENOSPC');

    expect(outcomes.length).toBeGreaterThan(8);
    expect(new Set(outcomes.map(({ tree }) => tree))).toEqual(new Set(['old']));
    expect(outcomes.filter(({ beside }) => beside.length > 0)).toEqual([]);
  });

  test('a limit that the system itself sets, reached in the middle of a file', async () => {
    writeTree(dist, before, { owned });
    const untouched = fingerprint(dist);
    const writer = compiledWriter(join(around, 'compiled'));

    const command = `ulimit -f 16 && exec '${process.execPath}' '${writer}' tooLarge '${dist}'`;
    const output = await outputOf(spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] }));

    expect(output).toMatch(/DiskError: .*dist\/large\.yaml: the file is larger than .*EFBIG.*; the tree is as it was$/);
    expect({ ...fingerprint(dist), 'same/kept.yaml': '' }).toEqual({ ...untouched, 'same/kept.yaml': '' });
    expect(readdirSync(around)).toEqual(['compiled', 'dist']);
  });
});

describe('a place that cannot hold a tree', () => {
  test('a file in the place of the folder', () => {
    writeFileSync(dist, 'mine');

    expect(() => writeTree(dist, after, { owned })).toThrow(`${dist}: is a file, it must be a folder or free`);
    expect(readdirSync(around)).toEqual(['dist']);
  });

  test('a file in the place of a folder around it', () => {
    writeFileSync(dist, 'mine');

    expect(() => writeTree(join(dist, 'deep', 'er'), after, { owned })).toThrow(/a file stands where a folder belongs/);
  });

  test('links that form a circle', () => {
    symlinkSync('dist', dist);

    expect(() => writeTree(dist, after, { owned })).toThrow(`${dist}: is a circle of symbolic links`);
  });

  test('a folder around it that this user may not write', () => {
    writeTree(dist, before, { owned });
    chmodSync(around, 0o555);

    const error = asOrdinaryUser(() => errorOf(() => writeTree(dist, after, { owned })));

    expect(error).toMatch(/^DiskError: .*dist: a permission is missing \(EACCES.*; the tree is as it was$/);
    expect(isOneOf(readTree(dist), [before])).toBe(true);
  });

  test('an old folder that was made read-only, though what is around it is not', () => {
    writeTree(dist, before, { owned });
    const untouched = fingerprint(dist);
    const fileSystem = diskThat(call => {
      if (call.name === 'accessSync' && call.args[0] === join(dist, 'old')) throw systemError('EACCES', call);
    });

    expect(() => writeTree(dist, after, { owned, fileSystem })).toThrow(/a permission is missing/);
    expect([fingerprint(dist), readdirSync(around)]).toEqual([untouched, ['dist']]);
  });
});

interface Outcome {
  readonly tree: 'old' | 'new' | 'torn';
  readonly error: string;
  readonly beside: readonly string[];
}

/** What becomes of a write where some calls fail: from the first on, from the second on, and so forth. */
function outcomesOf(fails: (call: Call) => boolean, times: number, code: string): Outcome[] {
  const outcomes: Outcome[] = [];
  for (let first = 1; ; first++) {
    let calls = 0;
    const fileSystem = diskThat(call => {
      if (!fails(call)) return;
      calls += 1;
      if (calls >= first && calls < first + times) throw systemError(code, call);
    });

    const outcome = outcomeOf(fileSystem);
    if (calls < first) return outcomes;
    outcomes.push(outcome);
  }
}

function outcomeOf(fileSystem: FileSystem): Outcome {
  const folder = join(scratchFolder(), 'dist');
  writeTree(folder, before, { owned });
  const error = errorOf(() => writeTree(folder, after, { owned, fileSystem }));
  const beside = readdirSync(join(folder, '..')).filter(name => name !== 'dist');
  const found = readTree(folder);

  // Whatever is left behind, the next run is an ordinary one.
  writeTree(folder, after, { owned });
  expect([isOneOf(readTree(folder), [after]), readdirSync(join(folder, '..'))]).toEqual([true, ['dist']]);

  if (isOneOf(found, [before])) return { tree: 'old', error, beside };
  return { tree: isOneOf(found, [after]) ? 'new' : 'torn', error, beside };
}

function errorOf(action: () => unknown): string {
  try {
    action();
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(DiskError);
    return `${error}`;
  }
}
