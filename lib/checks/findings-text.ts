import type { Finding } from './finding.ts';
import { grouped } from '../model/grouped.ts';

/** Findings for people: a line each, below every rule's lines what to do about them, and the number at the end. */
export function findingsText(findings: readonly Finding[]): string {
  const groups = grouped(findings, ({ rule }) => rule);
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
