import type { Family } from '../checks/family.ts';
import type { Rule } from '../checks/rule.ts';
import { families } from '../checks/rules.ts';
import { isAcceptable } from '../model/acceptance.ts';
import type { Call } from './command-row.ts';
import { success } from './exit-codes.ts';
import { print, printJson } from './output.ts';
import type { Program } from '../synthesis.ts';

/** Prints every rule. `docs/rules.md` is what this prints. */
export async function rules(_program: Program, { json }: Call): Promise<number> {
  if (json) printJson(families.flatMap(({ title, rules }) => rules.map(rule => rowOf(rule, title))));
  else print(rulesText(families));
  return success;
}

/** The rules as a Markdown page. */
export function rulesText(families: readonly Family[]): string {
  return [
    '<!-- Printed by `npm run -s rules`, never edited: change lib/checks/. -->',
    '# Rules',
    '',
    'What must hold for every object before it is written. An object is exempt from a rule marked with * when it carries',
    'the annotation `plainsail.dev/exempt.<rule>` with the reason; an exemption that exempts nothing is a finding itself.',
    "What a rule marked with + finds may be accepted for a whole component, with the reason in its row's `accepts`: all other",
    'rules protect others, or tell what an API server would refuse.',
    '',
    ...families.flatMap(sectionOf),
  ].join('\n');
}

function sectionOf({ title, rules }: Family): string[] {
  return [`## ${title}`, '', '| rule | why | what to do |', '| --- | --- | --- |', ...rules.map(lineOf), ''];
}

function lineOf({ id, why, fix, exemptible = false }: Rule): string {
  return `| \`${id}\`${exemptible ? ' *' : ''}${isAcceptable(id) ? ' +' : ''} | ${cell(why)} | ${cell(fix)} |`;
}

function rowOf({ id, why, fix, exemptible = false }: Rule, family: string): Record<string, string | boolean> {
  return { id, family, why, fix, exemptible, acceptable: isAcceptable(id) };
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
