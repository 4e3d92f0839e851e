import type { Told } from '../../model/contract.ts';
import type { Unit } from '../../model/unit.ts';
import { listAt, textAt } from '../../yaml/json-path.ts';
import type { Place } from '../rule.ts';
import { configOf, serviceContainers } from '../services.ts';
import type { World } from '../world.ts';

/** What a service's program is told at a place: the first group of each match, among its arguments or in one file. */
export function toldTo(service: string, told: Told, { unit, world }: Place): string[] {
  if ('arguments' in told) return argumentsOf(service, unit, world).flatMap(text => matchesIn(text, told.arguments));
  const slash = told.file.indexOf('/');
  const files = configOf(unit, service, told.file.slice(0, slash));
  return matchesIn(textAt(files, told.file.slice(slash + 1)) ?? '', told.text);
}

function argumentsOf(service: string, unit: Unit, world: World): string[] {
  return serviceContainers(unit, service, world)
    .flatMap(({ spec }) => [...listAt(spec, 'command'), ...listAt(spec, 'args')])
    .map(String);
}

function matchesIn(text: string, pattern: RegExp): string[] {
  const every = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
  return [...text.matchAll(every)].map(([whole, group]) => group ?? whole);
}
