import type { Json } from '../../yaml/json.ts';
import { textsAt } from '../../yaml/json-path.ts';
import { selects } from './selector.ts';
import type { Labels } from './selector.ts';

/** Labelled things that can be selected without looking at each of them, when the selector names a label. */
export class LabelIndex<Thing extends { readonly labels: Labels }> {
  readonly all: Thing[] = [];
  private readonly byLabel = new Map<string, Thing[]>();

  add(thing: Thing): void {
    this.all.push(thing);
    for (const [key, value] of Object.entries(thing.labels)) {
      const known = this.byLabel.get(`${key}=${value}`);
      if (known) known.push(thing);
      else this.byLabel.set(`${key}=${value}`, [thing]);
    }
  }

  /** Everything that a label selector selects. */
  select(selector: Json): readonly Thing[] {
    const [label] = Object.entries(textsAt(selector, 'matchLabels'));
    const candidates = label ? (this.byLabel.get(`${label[0]}=${label[1]}`) ?? []) : this.all;
    return candidates.filter(({ labels }) => selects(selector, labels));
  }
}
