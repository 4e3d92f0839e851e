/** A time in which Argo CD may sync an environment, or may not. */
export interface SyncWindow {
  /** Where there is any `allow`, nothing is synced outside of them all; `deny` counts more. */
  readonly kind: 'allow' | 'deny';

  /** When it begins: five fields, as a CronJob has them. */
  readonly schedule: string;

  /** How long it lasts: `'30m'`, `'8h'`, `'1h30m'`. */
  readonly duration: `${number}h` | `${number}m` | `${number}h${number}m`;

  /** Where the clock is that the schedule reads: `'Europe/Zurich'`. @default 'UTC' */
  readonly timeZone?: string;

  /** Whether a person may sync all the same. @default false */
  readonly manualSync?: boolean;

  /** Why, for those who wonder what holds a sync back. @default - nothing is said */
  readonly description?: string;
}
