import { setTimeout as sleep } from 'node:timers/promises';
import { progress } from '../report/progress.ts';

/** How long to wait, and what for. */
export interface Waiting {
  /** What is missing, in words, or undefined when it is there. An error thrown counts as missing. */
  readonly missing: () => Promise<string | undefined>;

  /** What it takes at most on an idle machine. A busy one is given three times that. */
  readonly seconds: number;

  /** Milliseconds between two looks. @default 500 */
  readonly every?: number;
}

const patience = 3;

/**
 * Waits, and says every ten seconds what for.
 *
 * @throws Error that says what is still missing when time is up
 */
export async function until(what: string, { missing, seconds, every = 500 }: Waiting): Promise<void> {
  const end = Date.now() + seconds * patience * 1000;
  let spoken = Date.now();
  for (;;) {
    const lack = await missing().catch((error: unknown) => String(error));
    if (lack === undefined) return;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds * patience} s, still missing: ${lack}`);
    if (Date.now() - spoken > 10_000) {
      progress(`waiting until ${what}: ${lack.slice(0, 400)}`);
      spoken = Date.now();
    }
    await sleep(every);
  }
}
