import { synthesize } from '../synthesis.ts';
import type { Program } from '../synthesis.ts';
import { limitsJson, limitsText } from '../tenants/limits-text.ts';
import { limitsOf } from '../tenants/limits.ts';
import type { Call } from './command-row.ts';
import { success } from './exit-codes.ts';
import { print, printJson } from './output.ts';

/** Prints what each tenant can be told about its limits. */
export async function tenants(program: Program, { json }: Call): Promise<number> {
  const limits = limitsOf(await synthesize(program));
  if (json) printJson(limitsJson(limits));
  else print(limitsText(limits));
  return success;
}
