/** Whole numbers from a first to a last one, both included. */
export type Range = readonly [first: number, last: number];

/** A set of whole numbers, kept as ranges that neither touch nor overlap, in order. */
export class NumberSet {
  static readonly empty = new NumberSet([]);

  readonly ranges: readonly Range[];

  private constructor(ranges: readonly Range[]) {
    this.ranges = ranges;
  }

  /** The numbers of some ranges, which may overlap and come in any order. */
  static of(ranges: readonly Range[]): NumberSet {
    const merged: [number, number][] = [];
    for (const [first, last] of [...ranges].sort(([a], [b]) => a - b)) {
      const previous = merged.at(-1);
      if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
      else merged.push([first, last]);
    }
    return merged.length === 0 ? NumberSet.empty : new NumberSet(merged);
  }

  /** The numbers of any of some sets. */
  static union(sets: readonly NumberSet[]): NumberSet {
    if (sets.length === 1) return sets[0]!;
    return NumberSet.of(sets.flatMap(({ ranges }) => ranges));
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  has(number: number): boolean {
    return this.ranges.some(([first, last]) => first <= number && number <= last);
  }

  equals(other: NumberSet): boolean {
    return this.minus(other).isEmpty && other.minus(this).isEmpty;
  }

  /** The numbers of this set that another one lacks. */
  minus({ ranges: others }: NumberSet): NumberSet {
    const left: Range[] = [];
    for (const [first, last] of this.ranges) {
      let start = first;
      for (const [otherFirst, otherLast] of others) {
        if (otherLast < start || otherFirst > last) continue;
        if (otherFirst > start) left.push([start, otherFirst - 1]);
        start = otherLast + 1;
      }
      if (start <= last) left.push([start, last]);
    }
    return left.length === 0 ? NumberSet.empty : new NumberSet(left);
  }

  /** The numbers that both sets have. */
  and(other: NumberSet): NumberSet {
    return this.minus(this.minus(other));
  }
}
