/** Gets the changed paths, sorted, each below one of the folders as they were named. */
export type OnChange = (paths: readonly string[]) => void | Promise<void>;

/** Gathers changes until it has been quiet for a while, and tells them at once; never two at a time. */
export class Coalesced {
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private state: 'idle' | 'telling' | 'stopped' = 'idle';

  private readonly onChange: OnChange;
  private readonly quiet: number;

  /** @param quiet milliseconds */
  constructor(onChange: OnChange, quiet: number) {
    this.onChange = onChange;
    this.quiet = quiet;
  }

  /** Something changed. It is told once it is quiet, and after what is being told now. */
  note(path: string): void {
    this.changed.add(path);
    this.wait();
  }

  /** Tells now, were it nothing. */
  async tell(): Promise<void> {
    this.state = 'telling';
    const paths = [...this.changed].sort();
    this.changed.clear();
    await this.onChange(paths);

    if (this.isStopped()) return;
    this.state = 'idle';
    if (this.changed.size > 0) this.wait();
  }

  /** What is not yet told is forgotten. */
  stop(): void {
    this.state = 'stopped';
    clearTimeout(this.timer);
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (this.state === 'idle') this.timer = setTimeout(() => void this.tell(), this.quiet);
  }

  // A method, since the compiler believes that the state cannot change while it waits.
  private isStopped(): boolean {
    return this.state === 'stopped';
  }
}
