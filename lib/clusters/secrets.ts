import type { Cluster } from '../model/cluster.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import type { Site } from '../model/site.ts';
import type { Manifest } from '../model/manifest.ts';
import { requireOperator } from './operator-needed.ts';
import { externalSecret, secretStore } from './secret-store.ts';
import type { Tenancy } from './resident.ts';

/**
 * Every Secret that a component refers to, each with all the keys that any of its services asks for.
 *
 * @throws InputError where nothing on the cluster would fetch them
 */
export function secretsOf({ rendering, environment }: Tenancy, cluster: Cluster, site: Site): Manifest[] {
  const { namespace, secrets } = rendering;
  const keys = keysBySecret(secrets);
  if (keys.size === 0) return [];
  requireOperator(cluster, 'external-secrets', `namespace '${namespace}' has secrets`);
  return [
    ...secretStore(namespace, cluster, site),
    ...[...keys].map(([name, ofSecret]) =>
      externalSecret({ name, namespace, keys: [...ofSecret].sort(), scope: environment }),
    ),
  ];
}

function keysBySecret(refs: readonly SecretRef[]): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>();
  for (const { secret, key } of refs) result.set(secret, (result.get(secret) ?? new Set()).add(key));
  return new Map([...result].sort(([a], [b]) => (a < b ? -1 : 1)));
}
