import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../places.ts';

const file = join('docs', 'bootstrap.md');

/**
 * The shell commands below a heading of docs/bootstrap.md, block by block.
 *
 * @param heading its first words: `## 4.`
 * @throws Error when there is no such heading, or no command below it
 */
export function documentedCommands(heading: string): string[] {
  const sections = readFileSync(join(repository, file), 'utf8').split(/^(?=## )/m);
  const section = sections.find(text => text.startsWith(heading)) ?? '';
  const blocks = [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
  if (blocks.length === 0) throw new Error(`${file}: has no commands below '${heading}', must have some`);
  return blocks;
}
