import { kindsOf } from '../kinds/index.ts';
import { titleOf } from '../model/manifest.ts';
import { oncePerObject } from '../model/once-per-object.ts';
import type { Unit } from '../model/unit.ts';
import { isAccepted } from './exemptions/acceptances.ts';
import { isExempt } from './exemptions/exemptions.ts';
import type { Finding } from './finding.ts';
import { rules as allRules } from './rules.ts';
import { kindsOfRule } from './rule.ts';
import type { ObjectRule, Place, Rule, UnitRule } from './rule.ts';
import { loadSchemas } from './schema/schemas.ts';
import { World } from './world.ts';
import type { Facts } from './world.ts';

export type { Finding } from './finding.ts';

/**
 * Applies rules to what the clusters would receive.
 *
 * @param units all units: those of environments, of clusters, and what Argo CD is told
 * @param facts the input, and how the units of the environments came about
 * @param rules @default - every rule
 * @returns findings in the order of the rules, then of the units
 */
export async function findings(
  units: readonly Unit[],
  facts: Facts,
  rules: readonly Rule[] = allRules,
): Promise<Finding[]> {
  const world = new World(units, facts, await loadSchemas(units, kindsOf(facts.platform)));
  const placeOf = oncePerObject((unit: Unit): Place => ({ unit, world, rules }));
  return rules.flatMap(rule =>
    'check' in rule ? objectFindings(rule, world, placeOf) : unitFindings(rule, units.map(placeOf)),
  );
}

function objectFindings(rule: ObjectRule, world: World, placeOf: (unit: Unit) => Place): Finding[] {
  const found: Finding[] = [];
  for (const { manifest, unit } of world.subjects(kindsOfRule(rule, world.kinds))) {
    const messages = rule.check(manifest, placeOf(unit));
    if (messages.length === 0 || isExempt(manifest, rule) || isAccepted(rule, manifest, unit, world)) continue;
    for (const message of messages) {
      found.push({ rule: rule.id, unit: unit.path, object: titleOf(manifest), message, fix: rule.fix });
    }
  }
  return found;
}

function unitFindings(rule: UnitRule, places: readonly Place[]): Finding[] {
  return places.flatMap(place =>
    rule.checkUnit(place).map(message => ({ rule: rule.id, unit: place.unit.path, message, fix: rule.fix })),
  );
}
