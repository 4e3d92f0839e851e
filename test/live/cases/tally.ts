/** Answers, and how often each came. */
export class Tally {
  private readonly counts: Map<string, number>;

  /** @param counts what came so far */
  constructor(counts: Readonly<Record<string, number>> = {}) {
    this.counts = new Map(Object.entries(counts));
  }

  add(answer: string): void {
    this.counts.set(answer, (this.counts.get(answer) ?? 0) + 1);
  }

  get count(): number {
    return [...this.counts.values()].reduce((sum, each) => sum + each, 0);
  }

  /** Those that were no success, and how many of each. */
  get failures(): string[] {
    return [...this.counts].filter(([answer]) => answer !== '200').map(([answer, count]) => `${count} times ${answer}`);
  }
}
