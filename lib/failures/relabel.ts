import type { Json } from '../yaml/json.ts';
import { listAt, textAt } from '../yaml/json-path.ts';
import type { Labels } from './series.ts';

/**
 * What relabelling makes of labels; undefined where it drops them. It knows the actions that are rendered here.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 *
 * @throws Error at an action that it does not know
 */
export function relabelled(labels: Labels, steps: readonly Json[]): Labels | undefined {
  let current: Labels | undefined = labels;
  for (const step of steps) {
    if (current) current = applied(current, step);
  }
  return current;
}

function applied(labels: Labels, step: Json): Labels | undefined {
  const joined = listAt(step, 'source_labels')
    .map(label => labels[label as string] ?? '')
    .join(textAt(step, 'separator') ?? ';');
  const found = new RegExp(`^(?:${textAt(step, 'regex') ?? '(.*)'})$`, 's').exec(joined);
  const action = textAt(step, 'action') ?? 'replace';
  if (action === 'keep') return found ? labels : undefined;
  if (action === 'drop') return found ? undefined : labels;
  if (action !== 'replace') throw new Error(`the action '${action}' of relabelling is not known here`);
  if (!found) return labels;

  const target = textAt(step, 'target_label')!;
  const value = (textAt(step, 'replacement') ?? '$1').replaceAll(
    /\$(?:\{(\d+)\}|(\d+))/g,
    (_, braced: string | undefined, bare: string | undefined) => found[Number(braced ?? bare)] ?? '',
  );
  const { [target]: _, ...others } = labels;
  return value === '' ? others : { ...others, [target]: value };
}
