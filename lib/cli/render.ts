import { yamlText } from '../yaml/yaml-text.ts';
import type { Call } from './command-row.ts';
import { success } from './exit-codes.ts';
import { print, printJson } from './output.ts';
import { selected } from './selection.ts';
import { synthesize } from '../synthesis.ts';
import type { Program } from '../synthesis.ts';

/** Prints objects as the cluster will receive them, for eyes or for `kubectl diff -f -`. */
export async function render(program: Program, { words, json }: Call): Promise<number> {
  const { delivery, units } = await synthesize(program);
  const manifests = selected('render', words[0]!, [...delivery.bases, ...units]).flatMap(each => each.manifests);

  if (json) printJson(manifests);
  else print(manifests.map(manifest => yamlText(manifest)).join('---\n'));
  return success;
}
