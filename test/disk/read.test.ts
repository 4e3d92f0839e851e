import { mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readJson, readText, readTree, UnknownFilesError, writeText, writeTree } from '../../lib/disk/index.ts';
import { parseJson } from '../../lib/disk/parse-json.ts';
import { diskThat, systemError } from './fixtures/broken-disk.ts';
import { after, before, owned, put, removeScratch, scratchFolder } from './fixtures/trees.ts';

let around = '';
let dist = '';

beforeEach(() => {
  around = scratchFolder();
  dist = join(around, 'dist');
});
afterEach(removeScratch);

describe('reading a tree', () => {
  test('gives every text by its path, in the order of the paths', () => {
    put(dist, before);

    expect([...readTree(dist)]).toEqual([...before].sort());
  });

  test('finds nothing in a folder that is not there', () => {
    expect(readTree(dist)).toEqual(new Map());
  });

  test('finds the old tree where a writer died between the two renames', () => {
    put(dist, before);
    renameSync(dist, join(around, '.dist.previous'));
    put(join(around, '.dist.next'), after);

    expect(readTree(dist)).toEqual(new Map([...before].sort()));
  });

  test.each(['readdirSync', 'readFileSync'])('starts again where the tree is swapped under %s', name => {
    put(dist, before);
    let swaps = 0;
    const fileSystem = diskThat(call => {
      if (call.name === name && swaps++ === 0) writeTree(dist, after, { owned });
    });

    expect(readTree(dist, fileSystem)).toEqual(new Map([...after].sort()));
  });

  test('gives up where the tree never stays', () => {
    put(dist, before);
    let round = 0;
    const fileSystem = diskThat(({ name }) => {
      if (name === 'readFileSync') writeTree(dist, round++ % 2 === 0 ? after : before, { owned });
    });

    expect(() => readTree(dist, fileSystem)).toThrow(/dist: was replaced 20 times while it was read/);
  });

  test('names the links in it, which no tree of ours has', () => {
    put(dist, before);
    symlinkSync('changed.yaml', join(dist, 'link.yaml'));

    expect(() => readTree(dist)).toThrow(UnknownFilesError);
  });

  test('tells what the disk refuses', () => {
    writeFileSync(dist, 'a file');
    expect(() => readTree(dist)).toThrow(/dist: a file stands where a folder belongs .*; nothing was read$/);
  });
});

describe('reading JSON', () => {
  test.each([
    ['{\n  "a": 1,\n}\n', '3:1', `found "}", a key in double quotes must come here`],
    ['{ "a": yes }', '1:8', 'found "yes", a value must come here'],
    ['{ "a" 1 }', '1:7', `found "1", ':' must come here`],
    ['{ "a": 1 "b": 2 }', '1:10', `found "\\"", ',' or '}' must come here`],
    ['[1 2]', '1:4', `found "2", ',' or ']' must come here`],
    ['[01]', '1:2', 'found "01", a value must come here'],
    ['{ "a": "one\ntwo" }', '1:8', 'found "\\"", a value must come here'],
    ['{ "a": 1', '1:9', `the text ends, ',' or '}' must come here`],
    ['{} []', '1:4', 'found "[", the end of the file must come here'],
    ['<<<<<<< HEAD\n{}', '1:1', 'found "<", a value must come here'],
    ['', '1:1', 'the text ends, a value must come here'],
    ['{\n  "a": 1,\n  "a": 2\n}', '3:3', 'the key "a" stands here again, each must be there once'],
  ])('tells where and why %j is none', (text, position, problem) => {
    const path = join(around, 'images.json');
    writeFileSync(path, text);

    expect(() => readJson(path)).toThrow(`${path}:${position}: ${problem}`);
  });

  test('names the file that is missing', () => {
    expect(() => readJson(dist)).toThrow(`${dist}: a file or folder is missing (ENOENT`);
  });

  test('reads whatever is JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 4 }), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('refuses whatever JSON.parse refuses, and nothing else but keys that come twice', () => {
    const fragments = fc.constantFrom(...'{}[]:, \n', '"a"', '"b"', '1', '-0.5e3', '.5', 'null');
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 9 }), parts => {
        const text = parts.join('');
        const ours = messageOf(() => parseJson(text));
        expect(ours === '' || /stands here again/.test(ours)).toBe(messageOf(() => JSON.parse(text)) === '');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a single file', () => {
  test('is replaced as a whole, folders and all', () => {
    const path = join(around, 'deep', 'report.md');

    writeText(path, 'one\n');
    writeText(path, 'two\n');

    expect(readText(path)).toBe('two\n');
    expect(readdirSync(join(around, 'deep'))).toEqual(['report.md']);
  });

  test.each(['mkdirSync', 'writeFileSync', 'renameSync'])('stays as it was where %s fails', name => {
    const path = join(around, 'report.md');
    writeText(path, 'one\n');
    const fileSystem = diskThat(call => {
      if (call.name === name) throw systemError('ENOSPC', call);
    });

    expect(() => writeText(path, 'two\n', fileSystem)).toThrow(/report\.md: the disk is full .* is as it was$/);
    expect([readText(path), readdirSync(around)]).toEqual(['one\n', ['report.md']]);
  });

  test('is not written where a folder stands', () => {
    mkdirSync(dist);
    expect(() => writeText(dist, 'text')).toThrow(/dist: a folder stands where a file belongs/);
  });
});

function messageOf(action: () => unknown): string {
  try {
    action();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
