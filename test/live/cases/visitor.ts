import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import { visited } from './ingress.ts';
import type { Visit } from './ingress.ts';

/** Somebody who comes to a front door again and again, each time anew, until that is ended. */
export class Visitor {
  private stopped = false;
  private readonly visits: Promise<void>;
  private readonly answers = new Map<string, number>();

  /** Serial numbers of the certificates that it was shown, in the order in which they came. */
  readonly serials: string[] = [];

  /** @param wanted what `visited` asks for */
  constructor(cluster: LiveCluster, wanted: Readonly<Record<string, string>>) {
    this.visits = this.visit(cluster, wanted);
  }

  async end(): Promise<void> {
    this.stopped = true;
    await this.visits;
  }

  get count(): number {
    return [...this.answers.values()].reduce((sum, each) => sum + each, 0);
  }

  /** Answers that were no success, and how many of each. */
  get failures(): string[] {
    return [...this.answers]
      .filter(([answer]) => answer !== '200')
      .map(([answer, count]) => `${count} times ${answer}`);
  }

  private async visit(cluster: LiveCluster, wanted: Readonly<Record<string, string>>): Promise<void> {
    while (!this.stopped) {
      const { status, error, serial } = await visited(cluster, wanted).catch((problem: unknown): Visit => ({
        status: 0,
        error: String(problem),
      }));
      const answer = error ?? String(status);
      this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1);
      if (serial !== undefined && !this.serials.includes(serial)) this.serials.push(serial);
      await sleep(250);
    }
  }
}
