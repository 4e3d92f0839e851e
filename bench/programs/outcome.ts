/** What a measured program says of itself, as the last thing it does. */
export interface Outcome {
  /** Objects that it rendered, in all environments. */
  readonly rendered: number;

  /** Seconds of its work alone, after start and imports. */
  readonly inside: number;

  /** The most memory that it had, in megabytes. */
  readonly megabytes: number;
}

/** Does the work and prints its outcome. @param work returns the number of objects that it rendered */
export async function outcomeOf(work: () => Promise<number> | number): Promise<void> {
  const start = performance.now();
  const rendered = await work();
  const inside = (performance.now() - start) / 1000;
  const outcome: Outcome = { rendered, inside, megabytes: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
