import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import type { Call } from './command-row.ts';
import { success } from './exit-codes.ts';
import { printJson } from './output.ts';
import type { Program } from '../synthesis.ts';
import { synthesize } from '../synthesis.ts';

/** Prints the objects of one overlay as the cluster will receive them, for eyes or for `kubectl diff -f -`. */
export async function render(program: Program, { words, json }: Call): Promise<number> {
  const wanted = words[0]!;
  const { units } = await synthesize(program);
  const known = new Map(units.map(unit => [unit.path.replace(/^overlays\//, ''), unit]));
  const unit = known.get(wanted) ?? units.find(({ path }) => path === wanted);
  if (!unit) {
    const must = `must be one of ${[...known.keys()].join(', ')}`;
    throw new InputError([mistake('unknown-name', 'render', `'${wanted}' is not delivered, it ${must}`)]);
  }

  if (json) printJson(unit.manifests);
  else process.stdout.write(unit.manifests.map(manifest => yamlText(manifest)).join('---\n'));
  return success;
}
