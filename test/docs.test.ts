import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../lib/checks/rules.ts';
import { guards, objectWaves, waves } from '../lib/model/sync.ts';
import { example } from './fixtures/checkout.ts';
import { sections } from './fixtures/guide.ts';
import { root } from './fixtures/repository.ts';

const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', ...below('docs')];
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

test('the waves and guards of docs/architecture.md are those of lib/model/sync.ts', () => {
  const [, printed] = /<!-- waves and guards: .*? -->\n(.*)<!-- end -->/s.exec(textOf('docs/architecture.md'))!;

  expect(printed).toBe(syncTables());
});

// What stands in the recipes is written by following them, and so is what the guide speaks of.
test.each(pages.filter(page => page !== 'docs/how-to.md'))('every file that %s names exists', page => {
  const prose = textOf(page).replaceAll(/^```(ts|diff|text|console|yaml|json)\n.*?^```$/gms, '');
  const named = [...prose.matchAll(/(?<![\w/.-])(?:lib|test|overlays|argocd|docs|bench|dist)\/[\w./-]*[\w/]/g)];
  const missing = named.map(([path]) => path).filter(path => !existsSync(join(folderOf(path), path)));

  expect(missing).toEqual([]);
});

test.each(pages)('every link of %s leads somewhere', page => {
  const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => join(root, page, '..', link!));

  expect(links.filter(link => !existsSync(link))).toEqual([]);
});

test('every file that a rule tells people to change exists', () => {
  const named = rules.flatMap(({ fix }) => [...fix.matchAll(/(?:lib|overlays|argocd)\/[\w./-]*[\w/]/g)]);

  expect(named.length).toBeGreaterThan(10);
  expect(named.map(([path]) => path).filter(path => !existsSync(join(folderOf(path), path)))).toEqual([]);
});

test('every rule that docs/architecture.md names exists', () => {
  const ids = rules.map(({ id }) => id);
  const named = [...textOf('docs/architecture.md').matchAll(/\brules? ((?:`[a-z-]+`(?:, | and )?)+)/g)];
  const quoted = named.flatMap(([, list]) => [...list!.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id));

  expect(quoted.length).toBeGreaterThan(4);
  expect(quoted.filter(id => !ids.includes(id!))).toEqual([]);
});

/** Rows and what is made of them are the owner's, so the example's are meant. */
function folderOf(path: string): string {
  return /^(overlays|argocd|dist)\//.test(path) ? example() : root;
}

function below(folder: string): string[] {
  return readdirSync(join(root, folder)).map(file => join(folder, file));
}

function syncTables(): string {
  return [
    table(
      'wave of an Application',
      Object.entries(waves).map(([name, { wave, why }]) => [name, String(wave), why]),
    ),
    table(
      'wave within one',
      Object.entries(objectWaves).map(([name, { wave, why }]) => [name, String(wave), why]),
    ),
    table(
      'guard',
      Object.entries(guards).map(([name, { options, why }]) => [name, `\`${options}\``, why]),
    ),
  ].join('\n');
}

function table(title: string, rows: readonly (readonly [string, string, string])[]): string {
  const lines = rows.map(([name, value, why]) => `| \`${name}\` | ${value} | ${why} |\n`);
  return `| ${title} | | why |\n| --- | --- | --- |\n${lines.join('')}`;
}

test('every section of the guide is followed by a test', () => {
  const played = readdirSync(join(root, 'test/how-to')).flatMap(file => [
    ...textOf(`test/how-to/${file}`).matchAll(/^play\('(.*)'\);$/gm),
  ]);

  expect(played.map(([, group]) => group).sort()).toEqual([...new Set(sections.map(({ group }) => group))].sort());
});
