import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { readTree, writeTree } from '../../lib/disk/index.ts';
import { diskThat, systemError } from './fixtures/broken-disk.ts';
import { after, before, fingerprint, owned, put, removeScratch, scratchFolder, treeOf } from './fixtures/trees.ts';

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

  test('looks at each file once when it has nothing to do', () => {
    writeTree(dist, before, { owned });
    const calls = new Map<string, number>();
    const fileSystem = diskThat(({ name }) => void calls.set(name, (calls.get(name) ?? 0) + 1));

    writeTree(dist, before, { owned, fileSystem });

    expect(calls.get('readFileSync')).toBe(before.size);
    expect(calls.get('readdirSync')).toBe(['dist', 'same', 'old', 'the lock'].length);
    expect([...calls.keys()].filter(name => /^(link|copy|rename|utimes)/.test(name))).toEqual([]);
  });

  test('replaces what changed, removes what is no longer wanted, and lets the rest keep identity and times', () => {
    writeTree(dist, before, { owned });
    const kept = statSync(join(dist, 'same/kept.yaml'));

    const result = writeTree(dist, after, { owned });

    const written = ['changed.yaml', 'new/deep/come.yaml'];
    expect(result).toEqual({ written, unchanged: 1, removed: ['old/gone.yaml'] });
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

test('a folder that goes away comes back', () => {
  writeTree(dist, before, { owned });
  rmSync(dist, { recursive: true });
  expect(writeTree(dist, before, { owned }).written).toHaveLength(3);

  renameSync(dist, join(around, 'moved'));
  expect(writeTree(dist, treeOf({}), { owned })).toEqual({ written: [], unchanged: 0, removed: [] });
  expect(existsSync(dist)).toBe(false);
});

function modeOf(path: string): string {
  return (statSync(path).mode & 0o7777).toString(8);
}
