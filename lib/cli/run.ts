import { CommanderError } from 'commander';
import type { Program } from '../synthesis.ts';
import { failure, success } from './exit-codes.ts';
import { mistakesJson, mistakesOf, mistakesText } from './mistakes.ts';
import { complain, printed, printJson } from './output.ts';
import { parserOf } from './parser.ts';

/** Looks the command up in the table and runs it. Returns the exit code of the process, once all is printed. */
export async function run(args: readonly string[], program: Program): Promise<number> {
  const exitCode = await runCommand(args, program);
  const error = await printed();
  if (!error) return exitCode;
  complain(`the output cannot be written (${error.message}), there must be room for it\n`);
  return failure;
}

async function runCommand(args: readonly string[], program: Program): Promise<number> {
  const json = args.includes('--json');
  let exitCode = success;
  const parser = parserOf(json, async (row, call) => {
    exitCode = await row.run(program, { ...call, json });
  });

  try {
    await parser.parseAsync(args.length > 0 ? [...args] : ['--help'], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error, json);
  }
}

/** Mistakes of people are told in their words; anything else is a defect of the program and keeps its stack. */
function explain(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return success;
    if (json) printJson(mistakesJson([{ code: 'call', message: error.message.replace(/^error: /, '') }]));
    return failure; // the parser has told people itself
  }

  const mistakes = mistakesOf(error);
  if (!mistakes) complain(`${error instanceof Error ? error.stack : error}\nThis is a defect of the program itself.\n`);
  if (json) printJson(mistakesJson(mistakes ?? [{ code: 'defect', message: String(error) }]));
  else if (mistakes) complain(mistakesText(mistakes));
  return failure;
}
