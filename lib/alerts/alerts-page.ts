import { anchorOf } from '../model/runbook-pages.ts';
import { inWords } from './in-words.ts';
import type { ListedAlert, Unwatched } from './listed.ts';

/** All alerts, and all that no alert tells of, as a Markdown page. */
export function alertsPage(alerts: readonly ListedAlert[], unwatched: readonly Unwatched[]): string {
  return [
    '<!-- Printed by `npm run -s alerts`, never edited: change the alerts in lib/, or lib/failures/. -->',
    '# Alerts',
    '',
    'What is watched, who hears of it, and what to do. A critical alert starts a workflow at once, and so does each about',
    'drift; all others wait in Grafana and Alertmanager for somebody to look. Words in `code` are filled in by Prometheus.',
    '',
    '| alert | severity | what it means | after | goes to |',
    '| --- | --- | --- | --- | --- |',
    ...alerts.map(alertLine),
    '',
    '## What nothing watches',
    '',
    'Each thing that the platform declares is broken once, as its programs would show it, and `promtool` is asked which',
    'alerts fire ([conformance.md](conformance.md)). No alert tells of these:',
    '',
    '| what breaks | with | why nothing tells of it |',
    '| --- | --- | --- |',
    ...unwatched.map(({ title, why, things }) => `| ${title} | ${things.map(cell).join(', ')} | ${cell(why)} |`),
    '',
  ].join('\n');
}

function alertLine({ name, severity, summary, for: wait, goesTo, page }: ListedAlert): string {
  const title = page ? `[\`${name}\`](runbooks.md#${anchorOf(name)})` : `\`${name}\``;
  return `| ${title} | ${severity} | ${cell(inWords(summary))} | ${wait} | ${goesTo.join(', ')} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
