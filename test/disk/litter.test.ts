import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readTree, writeTree } from '../../lib/disk/index.ts';
import { after, before, fingerprint, owned, put, removeScratch, scratchFolder, treeOf } from './fixtures/trees.ts';

let dist = '';

beforeEach(() => {
  dist = join(scratchFolder(), 'dist');
});
afterEach(removeScratch);

const names = [
  '.DS_Store',
  '._changed.yaml',
  'Thumbs.db',
  'ehthumbs.db',
  'Desktop.ini',
  '.directory',
  'changed.yaml~',
  '.changed.yaml.swp',
  '.changed.yaml.swo',
  '.changed.yaml.kate-swp',
  '#changed.yaml#',
];

describe('what desktops and editors leave behind', () => {
  test.each(names)('is passed over: %s', name => {
    put(dist, before);
    put(dist, new Map([name, `same/${name}`].map(path => [path, 'not ours'])));
    const untouched = fingerprint(dist);

    expect(readTree(dist)).toEqual(new Map([...before].sort()));
    expect(writeTree(dist, before, { owned })).toEqual({ written: [], unchanged: 3, removed: [] });
    expect(fingerprint(dist)).toEqual(untouched);
  });

  test('stays the same file where its folder stays, and goes with a folder that goes', () => {
    put(dist, before);
    put(dist, new Map(['', 'same/', 'old/'].map(folder => [`${folder}.changed.yaml.swp`, 'last words'])));
    const { ino } = statSync(join(dist, 'same/.changed.yaml.swp'));

    const result = writeTree(dist, after, { owned });

    expect(result).toEqual({
      written: ['changed.yaml', 'new/deep/come.yaml'],
      unchanged: 1,
      removed: ['old/gone.yaml'],
    });
    expect(statSync(join(dist, 'same/.changed.yaml.swp'))).toMatchObject({ ino, nlink: 1 });
    expect(readFileSync(join(dist, '.changed.yaml.swp'), 'utf8')).toBe('last words');
    expect(existsSync(join(dist, 'old'))).toBe(false);
  });

  test('keeps no folder alive that holds nothing else', () => {
    put(dist, before);
    put(dist, new Map([['hollow/.DS_Store', '']]));

    writeTree(dist, before, { owned });

    expect(existsSync(join(dist, 'hollow'))).toBe(false);
  });

  test.each(['DS_Store', 'a~b', '.env', '.yaml', 'desktop.ini.yaml'])('is not every odd name: %s', name => {
    put(dist, new Map([[name, 'mine']]));

    expect(() => writeTree(dist, before, { owned })).toThrow(/1 of its files were not written by this program/);
    expect([...readTree(dist).keys()]).toEqual([name]);
  });

  test('is a plain file: a folder or a link of such a name counts as any other', () => {
    mkdirSync(join(dist, 'a~'), { recursive: true });
    symlinkSync('nowhere', join(dist, 'b~'));
    put(dist, new Map([['a~/mine.txt', 'mine']]));

    expect(() => writeTree(dist, before, { owned })).toThrow(/\n {2}a~\/mine\.txt\n {2}b~$/);
  });

  test('is a name that no file of ours may have, since nobody would see it change', () => {
    expect(() => writeTree(dist, treeOf({ 'a/b.yaml~': 'x' }), { owned })).toThrow(
      /'a\/b\.yaml~' has a name that desktops and editors use, it must have one of its own$/,
    );
  });
});
