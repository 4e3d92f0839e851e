import { entries, isGiven } from './entries.ts';
import type { Reference } from '../../kinds/reference.ts';
import type { ObjectRule, Place } from '../rule.ts';

export const referenceResolves: ObjectRule = {
  id: 'reference-resolves',
  why: 'A pod that names a missing ConfigMap, Secret, claim or account waits for ever, and nothing else says why.',
  fix: 'Correct the name, or render what it names; a Secret is made by asking for it with secretFile() or secretRef().',
  exemptible: true,

  check: (manifest, place) => {
    const problems = place.world.kinds.referencesOf(manifest).flatMap(reference => problemOf(reference, place) ?? []);
    return [...new Set(problems)];
  },
};

function problemOf({ kind, namespace, name, key }: Reference, { unit, world }: Place): string | undefined {
  const identity = `${kind}/${namespace ?? ''}/${name}`;
  if (isGiven(identity)) return undefined;
  const title = `${kind.slice(kind.indexOf('/') + 1)} '${name}'`;
  const made = world.once(entries);
  const place = `${unit.cluster} ${identity}`;
  if (!made.has(place) && world.deliveriesOf(unit.cluster, identity).length === 0) {
    const where = namespace === undefined ? '' : `namespace '${namespace}' of `;
    return `names ${title}, which nothing delivers to ${where}cluster '${unit.cluster}'`;
  }
  const keys = made.get(place);
  if (key === undefined || !keys || keys.has(key)) return undefined;
  return `names entry '${key}' of ${title}, which has ${[...keys].map(each => `'${each}'`).join(', ') || 'none'}`;
}
