import type { Asked } from '../model/ask.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Answer } from './answer.ts';
import { requireOperator } from './operator-needed.ts';
import { externalSecret, secretStore } from './secret-store.ts';

/** Every Secret that a component refers to, each with all the keys that any of its services asks for. */
export const secrets: Answer<'secret'> = {
  to: 'secret',
  recipient: 'secrets',
  objects: secretsOf,
};

function secretsOf(component: string, asked: readonly Asked<'secret'>[], surroundings: Surroundings): Manifest[] {
  const namespace = surroundings.namespaceOf(component);
  const cluster = surroundings.clusterOf(component);
  const owner = [surroundings.environment!.name, component];
  requireOperator(cluster, 'external-secrets', `namespace '${namespace}' has secrets`);
  return [
    ...secretStore(namespace, cluster, surroundings.platform.site),
    ...[...keysBySecret(asked)].map(([name, keys]) =>
      externalSecret({ name, namespace, keys: [...keys].sort(), owner }),
    ),
  ];
}

function keysBySecret(asked: readonly Asked<'secret'>[]): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>();
  for (const { what } of asked) result.set(what.secret, (result.get(what.secret) ?? new Set()).add(what.key));
  return new Map([...result].sort(([a], [b]) => (a < b ? -1 : 1)));
}
