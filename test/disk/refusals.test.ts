import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RefusedTreeError, writeTree } from '../../lib/disk/index.ts';
import { owned, removeScratch, scratchFolder, treeOf } from './fixtures/trees.ts';

let around = '';
let dist = '';

beforeEach(() => {
  around = scratchFolder();
  dist = join(around, 'dist');
});
afterEach(removeScratch);

describe('a tree that cannot be the same everywhere is refused before anything is written', () => {
  test.each([
    ['leaves the folder', ['a/../../b.yaml'], "'a/../../b.yaml' leads out of the folder, it must stay inside"],
    ['is absolute', ['/etc/b.yaml'], "'/etc/b.yaml' is absolute, it must be relative"],
    ['is on a Windows drive', ['c:b.yaml'], "'c:b.yaml' is absolute, it must be relative"],
    ['holds a backslash', ['a\\b.yaml'], "'a\\b.yaml' holds a backslash, its folders must be parted by '/'"],
    ['is empty', [''], "'' has an empty part, each must be a name"],
    ['has an empty part', ['a//b.yaml'], "'a//b.yaml' has an empty part, each must be a name"],
    ['has a part that is a dot', ['./b.yaml'], "'./b.yaml' has an empty part, each must be a name"],
    ['holds a line break', ['a\nb'], '"a\\nb" holds a control character, it must not'],
    ['differs by case', ['A.yaml', 'a.yaml'], "'A.yaml' and 'a.yaml' are one name on some disks, they must differ"],
    ['is in a folder that does', ['A/x', 'a/y'], "'A' and 'a' are one name on some disks, they must differ"],
    ['parts its accents', ['\u00e9', 'e\u0301'], "'\u00e9' and 'e\u0301' are one name on some disks, they must differ"],
    ['is a folder, too', ['a', 'a/b'], "'a' is both a file and a folder, it must be one"],
    ['is a folder first', ['a/b', 'a'], "'a' is both a file and a folder, it must be one"],
  ])('a path that %s', (_, paths, problem) => {
    const tree = treeOf(Object.fromEntries(paths.map(path => [path, 'text'])));

    expect(() => writeTree(dist, tree, { owned })).toThrow(new RefusedTreeError(dist, [problem]));
    expect(readdirSync(around)).toEqual([]);
  });

  test('a text with other line ends than it will have in git', () => {
    expect(() => writeTree(dist, treeOf({ 'a.yaml': 'one\r\ntwo' }), { owned })).toThrow(
      /'a\.yaml' holds a carriage return/,
    );
  });

  test("a text that the next run would take for somebody else's", () => {
    expect(() => writeTree(dist, new Map([['a.yaml', 'no header']]), { owned })).toThrow(/'a\.yaml' lacks the header/);
  });

  test('with every problem in one error', () => {
    const tree = treeOf({ '../a': 'x', 'b\\': 'y\r', 'C': '', 'c': '' });

    expect(() => writeTree(dist, tree, { owned })).toThrow(
      new RefusedTreeError(dist, [
        "'../a' leads out of the folder, it must stay inside",
        "'b\\' holds a backslash, its folders must be parted by '/'",
        "'b\\' holds a carriage return, its lines must end in '\\n' alone",
        "'C' and 'c' are one name on some disks, they must differ",
      ]),
    );
  });
});
