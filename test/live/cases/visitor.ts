import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import { visited } from './ingress.ts';
import type { Visit } from './ingress.ts';
import { Tally } from './tally.ts';

/** Somebody who comes to a front door again and again, each time anew, until that is ended. */
export class Visitor {
  private stopped = false;
  private readonly visits: Promise<void>;

  /** What was answered, by status or by what went wrong. */
  readonly answers = new Tally();

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

  private async visit(cluster: LiveCluster, wanted: Readonly<Record<string, string>>): Promise<void> {
    while (!this.stopped) {
      const { status, error, serial } = await visited(cluster, wanted).catch((problem: unknown): Visit => ({
        status: 0,
        error: String(problem),
      }));
      this.answers.add(error ?? String(status));
      if (serial !== undefined && !this.serials.includes(serial)) this.serials.push(serial);
      await sleep(250);
    }
  }
}
