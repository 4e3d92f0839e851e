import type { Manifest } from '../../model/manifest.ts';
import { exemptionsOf } from './exemptions.ts';
import { kindNamesOf } from '../kind-names.ts';
import { kindsOfRule } from '../rule.ts';
import type { ObjectRule, Place } from '../rule.ts';

export const exemptionNeeded: ObjectRule = {
  id: 'exemption-needed',
  why: 'An exemption that nobody needs hides the next problem, and one without a reason cannot be reviewed.',
  fix: 'Remove the exemption, or correct its rule or its reason, where the construct sets it.',

  check: (manifest, place) =>
    exemptionsOf(manifest).flatMap(({ rule, reason }) => problemOf(manifest, place, rule, reason) ?? []),
};

function problemOf(manifest: Manifest, place: Place, id: string, reason: string): string | undefined {
  const rule = place.rules.find(candidate => candidate.id === id);
  if (!rule) return `is exempt from '${id}', which must be the id of a rule`;
  if (!rule.exemptible || !('check' in rule)) return `is exempt from '${id}', which must hold for every object`;
  if (reason.trim() === '') return `is exempt from '${id}' for the reason '${reason}', which must say why`;
  const kinds = kindsOfRule(rule, place.world.kinds);
  if (kinds && !kindNamesOf(manifest).some(name => kinds.includes(name)))
    return `is exempt from '${id}', which does not look at it`;
  if (rule.check(manifest, place).length > 0) return undefined;
  return `is exempt from '${id}', which finds nothing wrong with it`;
}
