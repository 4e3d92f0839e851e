import type { Finding } from './finding.ts';

/** Findings for people: a line each, below every rule's lines what to do about them, and the number at the end. */
export function findingsText(findings: readonly Finding[]): string {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group) group.push(finding);
    else groups.set(finding.rule, [finding]);
  }
  const count = `${findings.length} ${findings.length === 1 ? 'problem' : 'problems'} found.`;
  return [...[...groups.values()].flatMap(groupLines), count, ''].join('\n');
}

function groupLines(group: readonly Finding[]): string[] {
  return [...group.map(line), `  ${group[0]!.fix}`];
}

function line({ unit, object, message, rule }: Finding): string {
  const place = object === undefined ? unit : `${unit}: ${object}`;
  return `${place}: ${message} [${rule}]`;
}
