import type { Kinds } from '../kinds/kinds.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Unit } from '../model/unit.ts';
import type { World } from './world.ts';

/** What every rule says about itself. */
export interface RuleFacts {
  /** Stable name, quoted in reports and in exemptions. */
  readonly id: string;

  /** What goes wrong when the rule is broken. */
  readonly why: string;

  /** What to do about it, and in which file. */
  readonly fix: string;

  /** Whether an object may be exempt from it, with a reason. @default false */
  readonly exemptible?: boolean;
}

/** Where an object is delivered, and what is delivered besides. */
export interface Place {
  readonly unit: Unit;
  readonly world: World;

  /** All rules that are applied. */
  readonly rules: readonly Rule[];
}

/** Something that must hold for every object. */
export interface ObjectRule extends RuleFacts {
  /** Kinds that it looks at, of any group (`Service`) or of one (`apps/Deployment`). @default - all */
  readonly kinds?: readonly string[] | ((known: Kinds) => readonly string[]);

  /**
   * The problems of one object.
   *
   * @param manifest the object to judge; never changed
   * @param place its unit, and the world to look up what it refers to
   * @returns one sentence without a full stop for each problem, quoting the value at fault
   */
  check(manifest: Manifest, place: Place): readonly string[];
}

/** Kinds that a rule looks at, where it does not look at all. */
export function kindsOfRule({ kinds }: ObjectRule, known: Kinds): readonly string[] | undefined {
  return typeof kinds === 'function' ? kinds(known) : kinds;
}

/** Something that must hold for a unit as a whole, where no single object of it is at fault. */
export interface UnitRule extends RuleFacts {
  /** The problems of one unit. */
  checkUnit(place: Place): readonly string[];
}

/** Something that must hold for what clusters receive. */
export type Rule = ObjectRule | UnitRule;
