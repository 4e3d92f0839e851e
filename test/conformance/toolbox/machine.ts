import { outcome } from '../processes/execute.ts';
import { ToolMissing } from './tool-missing.ts';

/** @throws ToolMissing that names every program of the list that the machine has not */
export async function requirePrograms(names: readonly string[]): Promise<void> {
  const found = await Promise.all(names.map(async name => (
    { name, there: (await outcome('sh', ['-c', 'command -v "$1"', 'sh', name])).code === 0 }
  )));
  const missing = found.filter(({ there }) => !there).map(({ name }) => name);
  if (missing.length > 0) {
    const need = 'the conformance suite builds its tools with Go, and needs the rest as it is';
    throw new ToolMissing(`${missing.join(', ')}: not on the PATH; ${need}`);
  }
}
