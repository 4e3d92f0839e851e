import { Command, CommanderError } from 'commander';
import { DiskError } from '../disk/index.ts';
import { InputError } from '../model/input-error.ts';
import type { CommandRow } from './command-row.ts';
import { commands } from './commands.ts';
import { failure, success } from './exit-codes.ts';
import type { Program } from '../synthesis.ts';

/** Looks the command up in the table and runs it. Returns the exit code of the process. */
export async function run(args: readonly string[], program: Program): Promise<number> {
  let exitCode = success;
  const parser = parserOf(async (row, words, json) => {
    exitCode = await row.run(program, { words, json });
  });

  try {
    await parser.parseAsync(args.length > 0 ? [...args] : ['--help'], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? success : failure;
    return explain(error);
  }
}

/** The parser of the command line; `act` runs the chosen row. */
export function parserOf(act: (row: CommandRow, words: readonly string[], json: boolean) => Promise<void>): Command {
  const parser = new Command('plainsail')
    .description('Writes the platform to dist/: a Kustomize base, proved overlays, and what Argo CD is told.')
    .addHelpText('after', '\nExit codes: 0 all well, 1 something to look at, 2 the command could not run.')
    .exitOverride();

  for (const row of commands) {
    const command = parser.command(row.usage).description(row.summary).exitOverride();
    if (row.json) command.option('--json', row.json);
    command.action(async () => act(row, command.args, command.opts<{ json?: boolean }>().json ?? false));
  }
  return parser;
}

/** Mistakes of people are told in their words; anything else is a defect of the program and keeps its stack. */
function explain(error: unknown): number {
  if (!(error instanceof InputError || error instanceof DiskError)) throw error;
  const count = error instanceof InputError ? error.mistakes.length : 1;
  process.stderr.write(`${error.message}\n${count} ${count === 1 ? 'mistake' : 'mistakes'}. Nothing was written.\n`);
  return failure;
}
