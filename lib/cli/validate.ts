import pico from 'picocolors';
import { findingsText } from '../checks/findings-text.ts';
import type { Call } from './command-row.ts';
import { found, success } from './exit-codes.ts';
import { print, printJson } from './output.ts';
import type { Program } from '../synthesis.ts';
import { synthesize } from '../synthesis.ts';

/** Applies every rule to what every cluster would receive. Writes nothing. */
export async function validate(program: Program, { json }: Call): Promise<number> {
  const { findings, units } = await synthesize(program);
  const objects = units.reduce((sum, { manifests }) => sum + manifests.length, 0);

  if (json) printJson({ ok: findings.length === 0, objects, findings });
  else if (findings.length > 0) print(findingsText(findings));
  else print(`${pico.green('No findings')} in ${objects} objects.\n`);
  return findings.length > 0 ? found : success;
}
