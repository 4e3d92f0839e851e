import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyWith } from './copy.ts';

const folder = mkdtempSync(join(tmpdir(), 'copy-'));
afterAll(() => rmSync(folder, { recursive: true }));

function tree(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

test('an address is replaced in every file, and the lines are counted', () => {
  const from = tree('plain', {
    'a.yaml': 'repo: https://git\nother: 1\n',
    'below/b.yaml': 'x: https://git\ny: https://git\n',
  });

  expect(copyWith(new Map([['https://git', 'file:///here']]), from, join(folder, 'plain-copy'))).toBe(3);
  const copy = readFileSync(join(folder, 'plain-copy', 'below', 'b.yaml'), 'utf8');
  expect(copy).toBe('x: file:///here\ny: file:///here\n');
});

test('a tree that already has the new address is refused: nobody could tell what was replaced', () => {
  const from = tree('ambiguous', { 'a.yaml': 'repo: https://git\nmirror: file:///here\n' });

  expect(() => copyWith(new Map([['https://git', 'file:///here']]), from, join(folder, 'ambiguous-copy'))).toThrow(
    'a.yaml: its copy differs in more than addresses',
  );
});
