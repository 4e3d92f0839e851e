import type { Unit } from '../../model/unit.ts';
import { kindsOfRule } from '../rule.ts';
import type { Place, UnitRule } from '../rule.ts';
import type { World } from '../world.ts';
import { ownersOf } from './owners.ts';

export const acceptanceNeeded: UnitRule = {
  id: 'acceptance-needed',
  why: 'A component that accepts what no rule finds hides the next problem, and nobody sees that it is mended.',
  fix: "Remove the rule from the component's 'accepts'.",

  checkUnit: ({ unit, world, rules }) => {
    if (unit.owner !== 'component' || !isFirst(unit, world)) return [];
    const accepts = world.facts.platform.components[unit.component]?.accepts ?? {};
    return Object.keys(accepts)
      .filter(id => !isFound(id, unit.component, { world, rules }))
      .map(id => `accepts '${id}', which finds nothing in component '${unit.component}'`);
  },
};

/** It is told once, not in every environment. */
function isFirst({ component, path }: Unit, world: World): boolean {
  return world.units.find(each => each.owner === 'component' && each.component === component)?.path === path;
}

function isFound(id: string, component: string, { world, rules }: Pick<Place, 'world' | 'rules'>): boolean {
  const rule = rules.find(each => each.id === id);
  if (!rule || !('check' in rule)) return rule === undefined;
  return world
    .subjects(kindsOfRule(rule, world.kinds))
    .some(
      ({ manifest, unit }) =>
        ownersOf(manifest, unit, world).includes(component) && rule.check(manifest, { unit, world, rules }).length > 0,
    );
}
