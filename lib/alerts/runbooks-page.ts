import { credentialAlerts } from '../model/credential-alerts.ts';
import { inWords } from './in-words.ts';
import type { ListedAlert } from './listed.ts';

type Told = Omit<ListedAlert, 'for' | 'goesTo'>;

// Who writes down the first day in overlays/site.ts finds the page of the alert that comes with it.
const beforeAnyDay: readonly Told[] = Object.entries(credentialAlerts({ entry: '2027-05-31' })).map(
  ([name, template]) => ({ name, ...template }),
);

/** A section for each alert that has a page, as Markdown. */
export function runbooksPage(alerts: readonly ListedAlert[]): string {
  return [
    '<!-- Printed by `npm run -s alerts -- --runbooks`, never edited: change the alerts and their runbooks in lib/. -->',
    '# Runbooks',
    '',
    'What an alert leads to, by its name. Words in capitals are labels of the alert: `$NAMESPACE` is its `namespace`. PromQL',
    'is for the page of Prometheus, all else for a shell whose `kubectl` speaks to the cluster that the alert names.',
    '',
    ...[...new Map([...beforeAnyDay, ...alerts].map((alert: Told) => [alert.name, alert])).values()]
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .flatMap(sectionOf),
  ].join('\n');
}

function sectionOf({ name, severity, summary, runbook, page }: Told): string[] {
  if (!page) return [];
  const { cause, commands } = page;
  const asked = commands.map(line => line.replace(/^promql: /, ''));
  const isQuery = commands.map(line => line.startsWith('promql: '));
  const block = (language: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`\`\`\`${language}`, ...lines, '```', ''];
  return [
    `## ${name}`,
    '',
    `**Symptom** (${severity}). ${inWords(summary)}`,
    '',
    '**First.**',
    '',
    ...block(
      'sh',
      asked.filter((_, index) => !isQuery[index]),
    ),
    ...block(
      'promql',
      asked.filter((_, index) => isQuery[index]),
    ),
    `**Cause.** ${cause}`,
    '',
    `**Then.** ${runbook}`,
    '',
  ];
}
