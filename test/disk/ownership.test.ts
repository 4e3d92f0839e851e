import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTree, UnknownFilesError, writeTree } from '../../lib/disk/index.ts';
import { diskThat } from './fixtures/broken-disk.ts';
import { after, before, fingerprint, owned, put, thrownBy } from './fixtures/trees.ts';
import { removeScratch, scratchFolder } from './fixtures/trees.ts';

let around = '';
let dist = '';

beforeEach(() => {
  around = scratchFolder();
  dist = join(around, 'dist');
});
afterEach(removeScratch);

describe('files of others', () => {
  test('are listed, all of them, and nothing is changed', () => {
    put(dist, before);
    put(
      dist,
      new Map([
        ['notes.md', 'mine'],
        ['old/.env', ''],
        ['.git/HEAD', 'ref'],
        ['.a.yaml', ''],
      ]),
    );
    symlinkSync('changed.yaml', join(dist, 'link.yaml'));
    const untouched = fingerprint(dist);

    const error = thrownBy(() => writeTree(dist, after, { owned })) as UnknownFilesError;

    expect(error).toBeInstanceOf(UnknownFilesError);
    expect(error.files).toEqual(['.a.yaml', '.git/HEAD', 'link.yaml', 'notes.md', 'old/.env']);
    expect(error.message).toMatch(/dist: 5 of its files were not written by this program.*\n.*\n {2}\.a\.yaml\n/);
    expect([fingerprint(dist), readdirSync(around)]).toEqual([untouched, ['dist']]);
  });

  test('are not written over where they lie in the place of a generated one', () => {
    put(dist, new Map([['changed.yaml', 'by hand\n']]));

    expect(() => writeTree(dist, after, { owned })).toThrow(UnknownFilesError);
    expect(readFileSync(join(dist, 'changed.yaml'), 'utf8')).toBe('by hand\n');
  });

  test('are few on the screen where they are many', () => {
    put(dist, new Map(Array.from({ length: 300 }, (_, index) => [`${index}.txt`, 'mine'])));

    const error = thrownBy(() => writeTree(dist, after, { owned })) as UnknownFilesError;

    expect(error.files).toHaveLength(300);
    expect(error.message).toMatch(/\n {2}… and 280 more$/);
  });

  test('that come while the tree is being written are not lost', () => {
    writeTree(dist, before, { owned });
    const fileSystem = diskThat(({ name }) => {
      if (name === 'linkSync') writeFileSync(join(dist, 'same', 'mine.txt'), 'mine');
    });

    expect(() => writeTree(dist, after, { owned, fileSystem })).toThrow(/dist: a file came or went .* as it was$/);
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
