import type { Components } from './component.ts';
import { append } from './grouped.ts';

/** Components by the label that series about all of their sort have; those without such a label are left out. */
export function bySeriesLabel(names: readonly string[], components: Components): [label: string, names: string[]][] {
  const sorts = new Map<string, string[]>();
  for (const name of names) {
    const label = components[name]?.seriesLabel;
    if (label !== undefined) append(sorts, label, name);
  }
  return [...sorts].sort(([a], [b]) => (a < b ? -1 : 1));
}
