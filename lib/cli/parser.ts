import { Command } from 'commander';
import type { Call, CommandRow } from './command-row.ts';
import { commands } from './commands.ts';
import { complain, print } from './output.ts';

/**
 * The parser of the command line.
 *
 * @param json leaves it to the caller to tell of mistakes in the call
 * @param act runs the chosen row
 */
export function parserOf(json: boolean, act: (row: CommandRow, call: Omit<Call, 'json'>) => Promise<void>): Command {
  const parser = new Command('plainsail')
    .description('Writes the platform to dist/: a Kustomize base, proved overlays, and what Argo CD is told.')
    .addHelpText('after', '\nExit codes: 0 all well, 1 something to look at, 2 the command could not run.')
    .configureOutput({ writeOut: print, writeErr: complain, outputError: text => void (json || complain(text)) })
    .exitOverride();

  for (const row of commands) {
    const command = parser.command(row.usage).description(row.summary);
    if (row.details) command.addHelpText('after', `\n${row.details}`);
    if (row.json) command.option('--json', row.json).addHelpText('after', jsonHelp);
    for (const { usage, summary } of row.options ?? []) {
      command.option(usage, summary, (value: string, before: string[] = []) => [...before, value]);
    }
    command.action(async () => act(row, { words: command.args, options: given(command.opts()) }));
  }
  return parser;
}

const jsonHelp = `
With --json, one JSON value comes on stdout, whatever happens. Where the command could not run (exit code 2) it is
{ "ok": false, "mistakes": [{ "code", "where", "message" }] }, in which "code" and "where" may be missing.`;

/** A switch counts as given without any values. */
function given(options: Readonly<Record<string, unknown>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([key, value]) => {
      if (value === false || value === undefined) return [];
      return [[key, Array.isArray(value) ? value.map(String) : []]];
    }),
  );
}
