import { namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { at, listAt, mapAt, textAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import type { Keys } from './made.ts';
import { externalSecrets } from './packages.ts';
import type { Reference } from './reference.ts';
import { listOf, object, oneOf, optional, text } from './schema/schema.ts';

const group = 'external-secrets.io';
const row = { group, versions: ['v1'], scope: 'namespaced', schema: externalSecrets, health: 'built-in' } as const;
const some = text(/^[^]+$/);

const unmodelled = {
  'spec.provider.gcpsm.secretVersionSelectionPolicy': oneOf('LatestOrFail', 'LatestOrFetch'),
  'spec.provider.gcpsm.auth.workloadIdentityFederation': object({
    audience: optional(some),
    gcpServiceAccountEmail: optional(text(/^.*@.*\.iam\.gserviceaccount\.com$/)),
    serviceAccountRef: optional(
      object({ name: optional(some), namespace: optional(some), audiences: optional(listOf(some)) }),
    ),
  }),
};

/** Kinds of External Secrets. */
export const externalSecretsKinds: readonly Kind[] = [
  { ...row, kind: 'ClusterExternalSecret', scope: 'cluster' },
  { group, kind: 'ClusterPushSecret', versions: [], scope: 'cluster', health: 'none' },
  { ...row, kind: 'ClusterSecretStore', scope: 'cluster', unmodelled },
  {
    ...row,
    kind: 'ExternalSecret',
    names: storeOf,
    makes: manifest => [
      {
        kind: '/Secret',
        name: textAt(manifest, 'spec', 'target', 'name') ?? manifest.metadata.name,
        keys: keysOf(manifest),
      },
    ],
  },
  { ...row, kind: 'SecretStore', unmodelled },
];

function storeOf(manifest: Manifest): Reference[] {
  const kind = textAt(manifest, 'spec', 'secretStoreRef', 'kind') ?? 'SecretStore';
  const name = textAt(manifest, 'spec', 'secretStoreRef', 'name') ?? '';
  const namespace = kind === 'ClusterSecretStore' ? undefined : namespaceOf(manifest);
  return [{ kind: `${group}/${kind}`, namespace, name }];
}

/** A template makes the entries where there is one; what is fetched whole is not known here. */
function keysOf({ spec }: Manifest): Keys {
  const whole = [...listAt(spec, 'dataFrom'), ...listAt(spec, 'target', 'template', 'templateFrom')];
  if (whole.length > 0) return undefined;
  const template = at(spec, 'target', 'template', 'data');
  if (template !== undefined) return new Set(Object.keys(mapAt(template)));
  return new Set(listAt(spec, 'data').map(entry => textAt(entry, 'secretKey') ?? ''));
}
