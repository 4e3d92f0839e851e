import { CommanderError } from 'commander';
import type { Command } from 'commander';
import { ToolMissing } from './toolbox/tool-missing.ts';

/** Runs what was typed. What cannot be run as it was asked for, or not here, has said why in words, and ends with 2. */
export async function runTyped(program: Command): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else if (error instanceof ToolMissing) {
      console.error(error.message);
      process.exitCode = 2;
    } else {
      throw error;
    }
  }
}
