import { identifier } from './value-names.ts';
import type { Stand, Variants } from './stand.ts';
import type { ChartValues, ValuePath } from './values.ts';

/** Words that stand in many places and have one name in all of them: the environment, and namespaces. */
export class NamedWords {
  private readonly rows: readonly { readonly path: ValuePath; readonly words: Variants }[];

  private readonly values: ChartValues;

  constructor(component: string, stands: readonly Stand[], values: ChartValues) {
    this.values = values;
    const names = [component, ...new Set(stands.flatMap(({ namespaces }) => [...namespaces.keys()]))];
    this.rows = [
      ...[...new Set(names)].map(name => ({
        path: name === component ? ['namespace'] : ['namespaces', identifier(name)],
        words: wordsOf(stands, ({ namespaces }) => namespaces.get(name)),
      })),
      { path: ['environment'], words: wordsOf(stands, ({ environment }) => environment) },
    ];
  }

  /** Where a word is kept that all of some environments say so; kept from then on, in every environment. */
  pathOf(variants: Variants): ValuePath | undefined {
    const row = this.rows.find(({ words }) =>
      [...variants].every(([environment, value]) => words.get(environment) === value),
    );
    if (row) this.values.widen(row.path, row.words);
    return row?.path;
  }
}

function wordsOf(stands: readonly Stand[], of: (stand: Stand) => string | undefined): Variants {
  return new Map(stands.flatMap((stand, index) => (of(stand) === undefined ? [] : [[index, of(stand)!] as const])));
}
