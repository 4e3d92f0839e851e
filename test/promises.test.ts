import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { root } from './fixtures/repository.ts';

const page = readFileSync(join(root, 'docs/promises.md'), 'utf8');
const rows = page
  .split('\n')
  .filter(line => /^\| (?!promise |---)/.test(line))
  .map(line =>
    line
      .slice(2, -1)
      .split('|')
      .map(cell => cell.trim()),
  );

test('each of the three sources has its table', () => {
  expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
    'CallCenter AI',
    'Multi-tenant inference',
    'The hybrid platform',
  ]);
  expect(rows.length).toBeGreaterThan(90);
});

test.each(rows)('%s: has a place or a reason', (...cells) => {
  const [promise, places, reason] = cells;

  expect(cells).toHaveLength(3);
  expect(promise).not.toBe('');
  expect(`${places}${reason}`).not.toBe('');
});

test('every place is there, with its heading', () => {
  const places = rows.flatMap(([, cell]) => [
    ...[...cell!.matchAll(/`([^`]+)`/g)].map(([, path]) => path!),
    ...[...cell!.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => normalize(join('docs', link!))),
  ]);

  expect(places.length).toBeGreaterThan(80);
  expect(places.filter(place => !isThere(place))).toEqual([]);
});

test('a place that is not there would be found', () => {
  expect(isThere('docs/rules.md#no-such-heading')).toBe(false);
  expect(isThere('lib/no-such-folder')).toBe(false);
});

function isThere(place: string): boolean {
  const [path, anchor] = place.split('#');
  if (!existsSync(join(root, path!))) return false;
  return anchor === undefined || anchorsOf(readFileSync(join(root, path!), 'utf8')).includes(anchor);
}

/** Anchors that web pages give to headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
