import pico from 'picocolors';
import { acceptances } from '../checks/exemptions/acceptances.ts';
import type { Acceptance } from '../checks/exemptions/acceptances.ts';
import type { Finding } from '../checks/finding.ts';
import { findingsText } from '../checks/findings-text.ts';
import type { Call } from './command-row.ts';
import { found, success } from './exit-codes.ts';
import { print, printJson } from './output.ts';
import { exampleValues } from '../model/input/example-values.ts';
import type { ExampleValue } from '../model/input/example-values.ts';
import { refuseChanges } from './refuse-changes.ts';
import type { Program } from '../synthesis.ts';
import { synthesize } from '../synthesis.ts';

/**
 * Applies every rule to what every cluster would receive, and tells what is accepted, and which values are still examples:
 * no mistake, since it must be possible to try things out first. Writes nothing.
 */
export async function validate(program: Program, { json }: Call): Promise<number> {
  const synthesis = await synthesize(program);
  refuseChanges(program.root, synthesis);
  const { findings, units, platform } = synthesis;
  const objects = units.reduce((sum, { manifests }) => sum + manifests.length, 0);

  const examples = exampleValues(platform);
  const accepted = acceptances(platform.components);
  if (json) printJson({ ok: findings.length === 0, objects, findings, examples, accepted });
  else print(`${verdict(findings, objects)}${acceptedText(accepted)}${examplesText(examples)}`);
  return findings.length > 0 ? found : success;
}

function verdict(findings: readonly Finding[], objects: number): string {
  return findings.length > 0 ? findingsText(findings) : `${pico.green('No findings')} in ${objects} objects.\n`;
}

function acceptedText(accepted: readonly Acceptance[]): string {
  if (accepted.length === 0) return '';
  const lines = accepted.map(({ component, rule, reason }) => `  ${component}: ${rule}, ${reason}\n`);
  return `${pico.yellow('Accepted')} until it is mended:\n${lines.join('')}`;
}

function examplesText(examples: readonly ExampleValue[]): string {
  if (examples.length === 0) return '';
  const lines = examples.map(({ where, field, value }) => `  ${where}: ${field} is '${value}'\n`);
  return `${pico.yellow('Examples')} that must be yours before anything is delivered:\n${lines.join('')}`;
}
