import { stages } from '../model/stages.ts';
import type { Stage, StageTimes, TurnTo } from '../model/stages.ts';

/** Tells what the time of a process went into, from its start on. */
export class Stopwatch {
  private readonly spent = new Map<Stage, number>();
  private present: Stage = 'startUp';
  private since = 0; // `performance.now()` counts from the start of the process

  /** Ends the present stage and begins another, which may have been there before. */
  readonly turnTo: TurnTo = stage => {
    const now = performance.now();
    this.spent.set(this.present, (this.spent.get(this.present) ?? 0) + now - this.since);
    this.present = stage;
    this.since = now;
  };

  /** What each stage took; the present one counts up to now. */
  times(): StageTimes {
    this.turnTo(this.present);
    const entries = stages.map(stage => [stage, Math.round(this.spent.get(stage) ?? 0)]);
    return Object.fromEntries(entries) as StageTimes;
  }
}
