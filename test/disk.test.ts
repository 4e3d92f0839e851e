import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync,
  writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTree, UnknownFilesError, writeTree } from '../lib/disk/index.ts';
import { diskThat, systemError } from './fixtures/disk/broken-disk.ts';
import { after, before, fingerprint, owned, put, removeScratch, scratchFolder, treeOf } from './fixtures/disk/trees.ts';

let around = '';
let dist = '';

beforeEach(() => {
  around = scratchFolder();
  dist = join(around, 'dist');
});
afterEach(removeScratch);

describe('writing a tree', () => {
  test('makes the folder, and those around it, with nothing beside', () => {
    const deep = join(around, 'some', 'where', 'dist');

    const result = writeTree(deep, before, { owned });

    expect(result).toEqual({ written: ['changed.yaml', 'old/gone.yaml', 'same/kept.yaml'], unchanged: 0, removed: [] });
    expect(readTree(deep)).toEqual(new Map([...before].sort()));
    expect(readdirSync(join(around, 'some', 'where'))).toEqual(['dist']);
  });

  test('touches no file and no folder the second time', () => {
    writeTree(dist, before, { owned });
    const untouched = fingerprint(dist);

    const result = writeTree(dist, before, { owned });

    expect(result).toEqual({ written: [], unchanged: 3, removed: [] });
    expect(fingerprint(dist)).toEqual(untouched);
  });

  test('replaces what changed, removes what is no longer wanted, and lets the rest keep identity and times', () => {
    writeTree(dist, before, { owned });
    const kept = statSync(join(dist, 'same/kept.yaml'));

    const result = writeTree(dist, after, { owned });

    expect(result).toEqual({ written: ['changed.yaml', 'new/deep/come.yaml'], unchanged: 1, removed: ['old/gone.yaml'] });
    expect(readTree(dist)).toEqual(new Map([...after].sort()));
    expect(readdirSync(dist)).toEqual(['changed.yaml', 'new', 'same']);
    expect(statSync(join(dist, 'same/kept.yaml'))).toMatchObject({ ino: kept.ino, mtimeMs: kept.mtimeMs, nlink: 1 });
    expect(readdirSync(around)).toEqual(['dist']);
  });

  test('copies what stays where the disk has no hard links, with its times', () => {
    writeTree(dist, before, { owned });
    const { mtimeMs } = statSync(join(dist, 'same/kept.yaml'));
    const fileSystem = diskThat(call => {
      if (call.name === 'linkSync') throw systemError('EPERM', call);
    });

    writeTree(dist, after, { owned, fileSystem });

    expect(readTree(dist)).toEqual(new Map([...after].sort()));
    expect(Math.abs(statSync(join(dist, 'same/kept.yaml')).mtimeMs - mtimeMs)).toBeLessThan(1);
  });

  test('writes a checkout with other line ends again', () => {
    put(dist, new Map([...before].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])));

    expect(writeTree(dist, before, { owned }).written).toHaveLength(3);
    expect(readFileSync(join(dist, 'changed.yaml'), 'utf8')).toBe(before.get('changed.yaml'));
  });

  test.each([0o000, 0o022, 0o077, 0o777])('gives everybody the right to read under umask %o', mask => {
    const usual = process.umask(mask);
    writeTree(dist, before, { owned });
    writeTree(dist, after, { owned });
    process.umask(usual);

    const modes = ['.', 'same', 'new/deep', 'same/kept.yaml', 'changed.yaml'].map(path => modeOf(join(dist, path)));
    expect(modes).toEqual(['755', '755', '755', '644', '644']);
  });

  test('replaces what a symbolic link leads to, and keeps the link', () => {
    mkdirSync(join(around, 'real'));
    symlinkSync(join('real', 'output'), dist);

    writeTree(dist, before, { owned });
    writeTree(dist, after, { owned });

    expect(lstatSync(dist).isSymbolicLink()).toBe(true);
    expect(readTree(join(around, 'real', 'output'))).toEqual(new Map([...after].sort()));
    expect([readdirSync(around), readdirSync(join(around, 'real'))]).toEqual([['dist', 'real'], ['output']]);
  });
});

describe('files of others', () => {
  test('are listed, all of them, and nothing is changed', () => {
    put(dist, before);
    put(dist, new Map([['notes.md', 'mine'], ['old/.DS_Store', ''], ['.git/HEAD', 'ref'], ['.a.yaml.swp', '']]));
    symlinkSync('changed.yaml', join(dist, 'link.yaml'));
    const untouched = fingerprint(dist);

    const error = failure(() => writeTree(dist, after, { owned })) as UnknownFilesError;

    expect(error).toBeInstanceOf(UnknownFilesError);
    expect(error.files).toEqual(['.a.yaml.swp', '.git/HEAD', 'link.yaml', 'notes.md', 'old/.DS_Store']);
    expect(error.message).toMatch(/dist: 5 of its files were not written by this program.*\n.*\n {2}\.a\.yaml\.swp\n/);
    expect([fingerprint(dist), readdirSync(around)]).toEqual([untouched, ['dist']]);
  });

  test('are not written over where they lie in the place of a generated one', () => {
    put(dist, new Map([['changed.yaml', 'by hand\n']]));

    expect(() => writeTree(dist, after, { owned })).toThrow(UnknownFilesError);
    expect(readFileSync(join(dist, 'changed.yaml'), 'utf8')).toBe('by hand\n');
  });

  test('are few on the screen where they are many', () => {
    put(dist, new Map(Array.from({ length: 300 }, (_, index) => [`${index}.txt`, 'mine'])));

    const error = failure(() => writeTree(dist, after, { owned })) as UnknownFilesError;

    expect(error.files).toHaveLength(300);
    expect(error.message).toMatch(/\n {2}… and 280 more$/);
  });

  test('that come while the tree is being written are not lost', () => {
    writeTree(dist, before, { owned });
    const fileSystem = diskThat(({ name }) => {
      if (name === 'linkSync') writeFileSync(join(dist, 'same', 'mine.txt'), 'mine');
    });

    expect(() => writeTree(dist, after, { owned, fileSystem })).toThrow(/dist: a file came or went while .* as it was$/);
    expect(readTree(dist).get('same/mine.txt')).toBe('mine');
    expect(readdirSync(around)).toEqual(['dist']);
  });

  test('do not count where they are empty and in the place of a generated one, as a loss of power leaves them', () => {
    put(dist, new Map([['changed.yaml', '']]));

    expect(writeTree(dist, after, { owned }).written).toContain('changed.yaml');
  });

  test('folders without any file are removed without a word', () => {
    writeTree(dist, before, { owned });
    mkdirSync(join(dist, 'hollow', 'deep'), { recursive: true });

    expect(writeTree(dist, before, { owned })).toEqual({ written: [], unchanged: 3, removed: [] });
    expect(existsSync(join(dist, 'hollow'))).toBe(false);
  });
});

test('a folder that goes away comes back', () => {
  writeTree(dist, before, { owned });
  rmSync(dist, { recursive: true });
  expect(writeTree(dist, before, { owned }).written).toHaveLength(3);

  renameSync(dist, join(around, 'moved'));
  expect(writeTree(dist, treeOf({}), { owned })).toEqual({ written: [], unchanged: 0, removed: [] });
  expect(existsSync(dist)).toBe(false);
});

function failure(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o7777).toString(8);
}
