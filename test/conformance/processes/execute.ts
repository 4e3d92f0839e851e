import { spawn } from 'node:child_process';
import { forget, remember } from './own-children.ts';

/** Where and with what a program runs. */
export interface Surroundings {
  /** @default - the current folder */
  readonly cwd?: string;

  /** @default - the environment of this process */
  readonly env?: NodeJS.ProcessEnv;

  /** What it reads. @default - nothing */
  readonly input?: string;
}

/** How a program ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, and returns what it printed. @throws Error when it fails */
export async function execute(program: string, args: readonly string[], surroundings?: Surroundings): Promise<string> {
  const { code, stdout, stderr } = await outcome(program, args, surroundings);
  if (code === 0) return stdout;
  throw new Error(`${program} ${args.join(' ')}: ended with ${code}, must end with 0\n${stderr || stdout}`);
}

/** Runs a program to its end, however that is; 127 when it is not there. */
export function outcome(
  program: string,
  args: readonly string[],
  { cwd, env, input = '' }: Surroundings = {},
): Promise<Outcome> {
  return new Promise(resolve => {
    // A process group of its own: whoever ends it ends what it started, and an interrupt reaches it only through us.
    const child = spawn(program, [...args], { cwd, env, detached: true });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    remember(child);
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.on('data', (data: Buffer) => err.push(data));
    child.stdin.on('error', () => undefined); // it may end without having read
    child.stdin.end(input);

    const done = (code: number, message = ''): void => {
      forget(child);
      resolve({ code, stdout: text(out), stderr: text(err) + message });
    };
    child.on('error', ({ message }) => done(127, message));
    child.on('close', code => done(code ?? 128));
  });
}

function text(parts: readonly Buffer[]): string {
  return Buffer.concat(parts).toString('utf8');
}
