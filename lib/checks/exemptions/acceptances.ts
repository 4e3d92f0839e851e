import { isAcceptable } from '../../model/acceptance.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Components } from '../../model/component.ts';
import type { Unit } from '../../model/unit.ts';
import type { Rule } from '../rule.ts';
import type { World } from '../world.ts';
import { ownersOf } from './owners.ts';

/** A rule whose findings a component accepts, and why. */
export interface Acceptance {
  readonly rule: string;
  readonly component: string;
  readonly reason: string;
}

/** Everything that components accept, in the order of their names, for people to review. */
export function acceptances(components: Components): Acceptance[] {
  return Object.entries(components)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([component, { accepts = {} }]) =>
      Object.entries(accepts).map(([rule, reason]) => ({ rule, component, reason })),
    );
}

/** Whether all components that an object is there for accept what a rule finds in it. */
export function isAccepted({ id }: Rule, manifest: Manifest, unit: Unit, world: World): boolean {
  if (!isAcceptable(id) || !world.once(anyAcceptance)) return false;
  const owners = ownersOf(manifest, unit, world);
  return owners.length > 0 && owners.every(owner => accepts(owner, id, world));
}

/** Whether a component accepts what a rule finds. */
function accepts(component: string, rule: keyof NonNullable<Components[string]['accepts']>, { facts }: World): boolean {
  return facts.platform.components[component]?.accepts?.[rule] !== undefined;
}

/** Most platforms have none, and most objects nothing that is accepted. */
function anyAcceptance({ facts }: World): boolean {
  return Object.values(facts.platform.components).some(({ accepts: accepted }) => accepted !== undefined);
}
