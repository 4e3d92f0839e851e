import type { Variants } from './stand.ts';
import { valuePath } from './value-names.ts';
import type { ChartValues, ValuePath } from './values.ts';

/** Where the values of an object go. */
export interface ValuesPlace {
  readonly values: ChartValues;

  /** Numbers of all environments of the component. */
  readonly environments: readonly number[];

  /** The folder of its values. */
  readonly folder: ValuePath;

  /** The service that it is of. */
  readonly service: string;
}

/** The values of one object. */
export class KeptValues {
  private readonly texts = new Map<string, ValuePath>();
  private readonly place: ValuesPlace;

  constructor(place: ValuesPlace) {
    this.place = place;
  }

  /**
   * A long text that an object says twice is one value: the host of an Ingress and of its certificate, say. Where an
   * environment does not have the object, it would be what the first that has it says.
   */
  pathOf(variants: Variants, keys: readonly string[], isOptional = false): ValuePath {
    const { values, environments, folder, service } = this.place;
    const isLong = [...variants.values()].every(each => typeof each === 'string' && each.length >= shortestAlike);
    const same = JSON.stringify([...variants]);
    const known = isLong ? this.texts.get(same) : undefined;
    if (known) return known;
    const [first] = variants.values();
    const all = isOptional ? variants : new Map(environments.map(index => [index, variants.get(index) ?? first!]));
    const path = values.claim([...folder, ...valuePath(keys, service)], all);
    if (isLong) this.texts.set(same, path);
    return path;
  }
}

/** Two texts of this length do not say the same by chance. */
const shortestAlike = 8;
