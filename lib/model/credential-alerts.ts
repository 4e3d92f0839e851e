import type { AlertTemplate, AlertTemplates } from './alert.ts';
import type { Day } from './amounts.ts';
import { startOfDay } from './day.ts';
import { withRunbooks } from './runbook-pages.ts';

/**
 * What is wrong when a token is about to end. No program that is read knows when one does, so the days are those that
 * people wrote down; where they wrote none there is no alert.
 *
 * @param ends the last days, by entry of Secret Manager
 */
export function credentialAlerts(ends: Readonly<Record<string, Day>> = {}): AlertTemplates {
  const noted = Object.entries(ends)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([entry, day]) => `label_replace(vector(${startOfDay(day)!}), "entry", "${entry}", "", "")`);
  return noted.length === 0 ? {} : withRunbooks({ CredentialEnding: ending(noted) }, runbooks);
}

function ending(noted: readonly string[]): AlertTemplate {
  return {
    // Days.
    threshold: 14,
    expr: days => ['(', `  ${noted.join('\n  or ')}`, `) - time() < ${days} * 86400`].join('\n'),
    for: '1h',
    severity: 'warning',
    summary: 'What the entry {{ $labels.entry }} of Secret Manager holds ends in {{ $value | humanizeDuration }}.',
    runbook: 'Make a new one, put it into the entry, and write its last day into credentialEnds of overlays/site.ts.',
  };
}

const runbooks = {
  CredentialEnding: {
    cause: 'A token of a cluster lasts a year at most, one of GitHub as long as was asked for.',
    commands: ['gcloud secrets versions list "$ENTRY"', 'argocd cluster list'],
  },
} as const;
