import type { Supervisor } from '../processes/supervisor.ts';
import type { Ledger } from '../report/ledger.ts';

/** What every part is given. */
export interface Setting {
  readonly ledger: Ledger;
  readonly supervisor: Supervisor;

  /** Folder of this run alone. */
  readonly folder: string;

  /** The committed output that is tried. */
  readonly dist: string;

  /** Whether the platform is only to be looked at: what is slow and changes nothing is left out. */
  readonly look: boolean;

  /** Whether the long cases are tried too. */
  readonly nightly: boolean;

  /** Words in the titles of the cases that are tried; empty for all. */
  readonly words: string;
}

/** A part of the suite. */
export interface Part {
  /** Families of tools that it needs. */
  readonly families: readonly string[];

  /** Puts further tools in their place. @default - it needs none */
  readonly installs?: readonly (() => Promise<void>)[];
  run(setting: Setting): Promise<void>;
}
