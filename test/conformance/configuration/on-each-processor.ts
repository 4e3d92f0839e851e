import { availableParallelism } from 'node:os';

/**
 * Gives each processor a part of some cases. What comes of them is in the order of the cases.
 *
 * @param run is told the part, and its number
 */
export async function onEachProcessor<Case, Result>(
  cases: readonly Case[],
  run: (part: readonly Case[], index: number) => Promise<readonly Result[]>,
): Promise<Result[]> {
  const size = Math.max(1, Math.ceil(cases.length / availableParallelism()));
  const parts = Array.from({ length: Math.ceil(cases.length / size) }, (_, index) =>
    cases.slice(index * size, (index + 1) * size),
  );
  return (await Promise.all(parts.map(run))).flat();
}
