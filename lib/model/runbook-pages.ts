import type { AlertTemplate, AlertTemplates } from './alert.ts';
import type { Revision } from './revision.ts';
import type { Runbook } from './runbook.ts';
import type { Site } from './site.ts';

/** Gives each alert of a table its page: none is left out. */
export function withRunbooks<Templates extends AlertTemplates>(
  templates: Templates,
  runbooks: { readonly [Name in keyof Templates]: Runbook },
): Templates {
  const entries = Object.entries<AlertTemplate>(templates).map(([name, template]) => [
    name,
    { ...template, page: runbooks[name as keyof Templates] },
  ]);
  return Object.fromEntries(entries) as Templates;
}

/** The file of the repository that has the pages, and the heading of one of them. */
export const runbookFile = 'docs/runbooks.md';

/** Where people read the page about an alert: in the repository that Argo CD follows, as its web pages show it. */
export function runbookUrl({ repository, revision }: Site, alert: string): string {
  return `${webAddressOf(repository)}/blob/${branchOf(revision)}/${runbookFile}#${anchorOf(alert)}`;
}

/** The anchor that web pages give a heading of one word. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase();
}

function webAddressOf(repository: string): string {
  const bare = repository.replace(/\.git$/, '');
  const [, host, path] = /^(?:ssh:\/\/)?(?:[^@/]+@)([^:/]+)(?::\d+)?[:/](.*)$/.exec(bare) ?? [];
  return host === undefined ? bare : `https://${host}/${path}`;
}

function branchOf(revision: Revision): string {
  return revision.replace(/^refs\/(heads|tags)\//, '');
}
