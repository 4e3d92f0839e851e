import { rules as allRules } from '../checks/rules.ts';
import type { Rule } from '../checks/rule.ts';
import type { Call } from './command-row.ts';
import { success } from './exit-codes.ts';
import { print, printJson } from './output.ts';
import type { Program } from '../synthesis.ts';

/** Prints every rule. `docs/rules.md` is what this prints. */
export async function rules(_program: Program, { json }: Call): Promise<number> {
  const rows = allRules.map(({ id, why, fix, exemptible = false }) => ({ id, why, fix, exemptible }));
  if (json) printJson(rows);
  else print(rulesText(allRules));
  return success;
}

/** The rules as a Markdown page. */
export function rulesText(rules: readonly Rule[]): string {
  return [
    '<!-- Printed by `npm run -s rules`, never edited: change lib/checks/rules/. -->',
    '# Rules',
    '',
    'What must hold for every object before it is written. An object is exempt from a rule marked with * when it carries',
    'the annotation `plainsail.dev/exempt.<rule>` with the reason; an exemption that exempts nothing is a finding itself.',
    '',
    '| rule | why | what to do |',
    '| --- | --- | --- |',
    ...rules.map(
      ({ id, why, fix, exemptible }) => `| \`${id}\`${exemptible ? ' *' : ''} | ${cell(why)} | ${cell(fix)} |`,
    ),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
