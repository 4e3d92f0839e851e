import { Tally } from './tally.ts';

/** Predictions asked for, one after the other by each of several askers, until it is stopped. */
export class Load {
  private stopped = false;
  private readonly askers: readonly Promise<void>[];

  /** What was answered, by status or by what went wrong. */
  private readonly answers = new Tally();

  /** @param pause milliseconds between two questions of one asker */
  constructor(url: string, { askers, pause = 0 }: { readonly askers: number; readonly pause?: number }) {
    this.askers = Array.from({ length: askers }, () => this.ask(url, pause));
  }

  /** Ends it, and returns how many answers there were, and which were no success. */
  async end(): Promise<{ readonly count: number; readonly failures: readonly string[] }> {
    this.stopped = true;
    await Promise.all(this.askers);
    return this.answers;
  }

  private async ask(url: string, pause: number): Promise<void> {
    while (!this.stopped) {
      this.answers.add(await this.answer(url));
      if (pause > 0) await new Promise(resolve => setTimeout(resolve, pause));
    }
  }

  private async answer(url: string): Promise<string> {
    try {
      const answer = await fetch(`${url}/predict`, {
        method: 'POST',
        // A connection of its own each: the ones that are kept open all lead to the pod that took the first.
        headers: { 'content-type': 'application/json', 'connection': 'close' },
        body: JSON.stringify({ instances: [[1, 2, 3, 4]] }),
        signal: AbortSignal.timeout(20_000),
      });
      await answer.text();
      return String(answer.status);
    } catch (error) {
      const cause = (error as Error & { readonly cause?: Error }).cause;
      return cause?.message ?? (error as Error).message;
    }
  }
}
