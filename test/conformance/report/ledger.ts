import { progress } from './progress.ts';

/** How one thing that was tried came out. */
export interface Entry {
  readonly part: string;
  readonly title: string;
  readonly verdict: 'passed' | 'failed' | 'not tried';

  /** What was seen, or why it was not tried: a line each. */
  readonly details: readonly string[];
  readonly seconds: number;
}

/** Thrown by what cannot be tried here. The message says why, and the report does. */
export class NotTried extends Error {
  override readonly name = 'NotTried';
}

/** Everything that a run tried. */
export class Ledger {
  readonly entries: Entry[] = [];

  /** Opens the book of one part. */
  part(name: string): Book {
    return new Book(name, this.entries);
  }

  get failures(): number {
    return this.entries.filter(({ verdict }) => verdict === 'failed').length;
  }
}

/** What one part tried. */
export class Book {
  private readonly name: string;
  private readonly entries: Entry[];

  constructor(name: string, entries: Entry[]) {
    this.name = name;
    this.entries = entries;
  }

  /**
   * Tries one thing. Its failure is written down and does not end the part.
   *
   * @param work returns what it saw; throws what is wrong, or `NotTried`
   * @returns whether it did not fail
   */
  async tries(title: string, work: () => Promise<readonly string[]>): Promise<boolean> {
    const started = Date.now();
    progress(`${this.name}: ${title}`);
    try {
      this.add(title, 'passed', await work(), started);
      return true;
    } catch (error) {
      if (error instanceof NotTried) {
        this.skips(title, error.message);
        return true;
      }
      const text = error instanceof Error ? error.message : String(error);
      progress(`${this.name}: FAILED: ${title}\n${text}`);
      this.add(title, 'failed', text.split('\n'), started);
      return false;
    }
  }

  /** Writes down what was left out, and why. */
  skips(title: string, why: string): void {
    progress(`${this.name}: not tried: ${title}: ${why}`);
    this.add(title, 'not tried', [why], Date.now());
  }

  private add(title: string, verdict: Entry['verdict'], details: readonly string[], started: number): void {
    this.entries.push({ part: this.name, title, verdict, details, seconds: (Date.now() - started) / 1000 });
  }
}

/** Throws all complaints together, if there are any. */
export function demandNone(complaints: readonly string[], what: string): void {
  if (complaints.length > 0) throw new Error([`${complaints.length} ${what}`, ...complaints].join('\n'));
}
