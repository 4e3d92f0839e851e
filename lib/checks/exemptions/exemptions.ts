import { titleOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Unit } from '../../model/unit.ts';
import { textsAt } from '../../yaml/json-path.ts';
import type { RuleFacts } from '../rule.ts';

/** Annotation that exempts its object from a rule: `plainsail.dev/exempt.<id>: <reason>`. */
const prefix = 'plainsail.dev/exempt.';

/** An object that a rule does not hold for, and why. */
export interface Exemption {
  /** Id of the rule. */
  readonly rule: string;

  /** Path of the unit below `dist/`. */
  readonly unit: string;

  /** Title of the object. */
  readonly object: string;
  readonly reason: string;
}

/** Every exemption, in the order of the units, for people to review. */
export function exemptions(units: readonly Unit[]): Exemption[] {
  return units.flatMap(unit =>
    unit.manifests.flatMap(manifest =>
      exemptionsOf(manifest).map(({ rule, reason }) => ({ rule, unit: unit.path, object: titleOf(manifest), reason })),
    ),
  );
}

/** The rules that an object says it is exempt from. */
export function exemptionsOf(manifest: Manifest): Pick<Exemption, 'rule' | 'reason'>[] {
  if (!manifest.metadata.annotations) return [];
  return Object.entries(textsAt(manifest, 'metadata', 'annotations'))
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, reason]) => ({ rule: key.slice(prefix.length), reason }));
}

/** Whether an object is exempt from a rule that allows it. */
export function isExempt(manifest: Manifest, { id, exemptible = false }: RuleFacts): boolean {
  return exemptible && textsAt(manifest, 'metadata', 'annotations')[prefix + id] !== undefined;
}
