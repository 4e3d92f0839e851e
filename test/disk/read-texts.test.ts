import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskError, readTexts } from '../../lib/disk/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'texts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('files with an ending are read, sorted, and nothing else', () => {
  for (const name of ['b.yaml', 'a.yml', 'c.ts', '.d.yaml', 'e.yaml~']) writeFileSync(join(folder, name), name);
  mkdirSync(join(folder, 'f.yaml'));

  expect([...readTexts(folder, ['.yaml', '.yml'])]).toEqual([
    ['a.yml', 'a.yml'],
    ['b.yaml', 'b.yaml'],
  ]);
});

test('a missing folder holds none', () => {
  expect(readTexts(join(folder, 'none'), ['.yaml'])).toEqual(new Map());
});

test('a file in the place of the folder is told', () => {
  writeFileSync(join(folder, 'file'), '');

  expect(() => readTexts(join(folder, 'file'), ['.yaml'])).toThrow(DiskError);
});
