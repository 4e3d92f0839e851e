import { execute, outcome } from '../processes/execute.ts';
import { ToolMissing } from './tool-missing.ts';

/** Whether the machine has a program. */
export async function isOnPath(program: string): Promise<boolean> {
  return (await outcome('sh', ['-c', 'command -v "$1"', 'sh', program])).code === 0;
}

/** @throws ToolMissing that names every program of the list that the machine has not */
export async function requirePrograms(names: readonly string[]): Promise<void> {
  const found = await Promise.all(names.map(async name => ({ name, there: await isOnPath(name) })));
  const missing = found.filter(({ there }) => !there).map(({ name }) => name);
  if (missing.length > 0) {
    throw new ToolMissing(`${missing.join(', ')}: not on the PATH, must be there: the rest is built with Go`);
  }
}

/** @throws ToolMissing for a toolchain that is too old to build the tools. @param said what `go version` prints */
export async function requireGo(minimum: readonly [number, number], said?: string): Promise<void> {
  const text = said ?? (await execute('go', ['version']));
  const [, major = 0, minor = 0] = (/go(\d+)\.(\d+)/.exec(text) ?? []).map(Number);
  const [wantedMajor, wantedMinor] = minimum;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new ToolMissing(`go: is '${text.trim()}', must be ${minimum.join('.')} or newer`);
}
