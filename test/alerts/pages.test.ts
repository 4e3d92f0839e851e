import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { alertsPage } from '../../lib/alerts/alerts-page.ts';
import { listedAlerts, unwatchedIn } from '../../lib/alerts/listed.ts';
import { runbooksPage } from '../../lib/alerts/runbooks-page.ts';
import { credentialAlerts } from '../../lib/model/credential-alerts.ts';
import { anchorOf, runbookUrl } from '../../lib/model/runbook-pages.ts';
import type { Site } from '../../lib/model/site.ts';
import { synthesize } from '../../lib/synthesis.ts';
import { exampleProgram, exampleRows } from '../fixtures/example.ts';
import { root } from '../fixtures/repository.ts';

const whole = await synthesize(exampleProgram);
const alerts = listedAlerts(whole);
const noted = Object.values(credentialAlerts({ entry: '2027-05-31' }));
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

test('docs/alerts.md is what the program prints', () => {
  expect(textOf('docs/alerts.md')).toBe(alertsPage(alerts, unwatchedIn(whole)));
});

// A fork may have pages of its own among them.
test('docs/runbooks.md has every section that the program prints', () => {
  const sections = runbooksPage(alerts).split(/^(?=## )/m);

  expect(sections.length).toBeGreaterThan(25);
  expect(sections.join()).toContain('## CredentialEnding');
  expect(
    sections.map(section => section.trimEnd()).filter(section => !textOf('docs/runbooks.md').includes(section)),
  ).toEqual([]);
});

test('every alert of the program has a page, and goes to somebody', () => {
  expect(alerts.filter(({ page }) => !page).map(({ name }) => name)).toEqual([]);
  expect(alerts.filter(({ goesTo }) => goesTo.length !== 1).map(({ name }) => name)).toEqual([]);
});

test('every alert leads to a heading of docs/runbooks.md', () => {
  const headings = [...textOf('docs/runbooks.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => anchorOf(heading!));

  for (const { name } of alerts) {
    const [file, anchor] = runbookUrl(exampleRows.site, name).split('#');
    expect(file).toBe('https://github.com/example-org/plainsail/blob/main/docs/runbooks.md');
    expect(headings).toContain(anchor);
  }
});

test('what a page tells to ask is understood by a shell and by Prometheus', () => {
  const lines = [...alerts, ...noted].flatMap(({ page }) => page?.commands ?? []);
  const queries = lines.filter(line => line.startsWith('promql: ')).map(line => line.slice('promql: '.length));
  const commands = lines.filter(line => !line.startsWith('promql: '));

  expect(queries.length).toBeGreaterThan(5);
  expect(queries.filter(query => !isPromql(query))).toEqual([]);
  expect(isPromql('up ==')).toBe(false);
  expect(commands.map(command => command.split(' ')[0])).toEqual(
    commands.map(() => expect.stringMatching(/^(kubectl|npm|git|tailscale|argocd|cmctl|gcloud)$/)),
  );
  for (const command of commands) execFileSync('sh', ['-n', '-c', command]);
});

test.each([
  ['git@git.acme.example:ml/platform.git', 'refs/heads/trunk', 'https://git.acme.example/ml/platform/blob/trunk/'],
  ['ssh://git@git.acme.example:2222/ml/platform.git', 'refs/tags/v1', 'https://git.acme.example/ml/platform/blob/v1/'],
  [
    'https://git.acme.example/ml/platform.git',
    '0123456789abcdef',
    'https://git.acme.example/ml/platform/blob/0123456789abcdef/',
  ],
] as const)('the pages of %s at %s lie below %s', (repository, revision, address) => {
  const site: Site = { ...exampleRows.site, repository, revision };

  expect(runbookUrl(site, 'TargetDown')).toBe(`${address}docs/runbooks.md#targetdown`);
});

function isPromql(query: string): boolean {
  let valid = true;
  parser.parse(query).iterate({
    enter: node => {
      if (node.type.isError) valid = false;
    },
  });
  return valid;
}
