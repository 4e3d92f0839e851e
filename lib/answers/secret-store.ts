import type { Cluster } from '../model/cluster.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import { entryFault, remoteNameOf } from '../model/secret-ref.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import { guarded, unawaited } from '../model/sync.ts';
import type { Site } from '../model/site.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json } from '../yaml/json.ts';

/** ServiceAccount of each namespace that its secrets are fetched as. */
export const readerName = 'secret-reader';

const storeName = 'secret-manager';

const fromOperator = guarded('kindComesLater');

/**
 * The way from one namespace to Google Secret Manager. Each namespace has its own identity, so that Google can
 * grant each only its own entries; the identity is a token of the cluster, so that no key lies anywhere.
 */
export function secretStore(namespace: string, { identityProvider }: Cluster, { gcpProject }: Site): Manifest[] {
  const audience = `//iam.googleapis.com/${identityProvider}`;
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: readerName, namespace },
      automountServiceAccountToken: false,
    },
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name: storeName, namespace, annotations: fromOperator },
      spec: {
        provider: {
          gcpsm: {
            projectID: gcpProject,
            secretVersionSelectionPolicy: 'LatestOrFail',
            auth: {
              // The operator asks for a token with exactly the audiences of the reference, so both are needed.
              workloadIdentityFederation: { audience, serviceAccountRef: { name: readerName, audiences: [audience] } },
            },
          },
        },
      },
    },
  ];
}

/** What an ExternalSecret fetches, and what it makes of it. */
export interface SecretContent {
  readonly name: string;
  readonly namespace: string;

  /** Keys of the Secret, or of its template. */
  readonly keys: readonly string[];

  /** Whose entries they are: the first parts of their names in Secret Manager. */
  readonly owner: readonly string[];

  /** How the Secret is put together. @default - each key is one entry */
  readonly template?: Json;

  /** Whether later waves wait until it is there. @default true */
  readonly awaited?: boolean;
}

/**
 * A Secret that External Secrets makes and keeps up to date. Only names of entries stand here, never a value.
 *
 * @throws InputError for an entry that Secret Manager would not take the name of
 */
export function externalSecret({ name, namespace, keys, owner, template, awaited = true }: SecretContent): Manifest {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace, annotations: { ...fromOperator, ...(!awaited && unawaited) } },
    spec: {
      refreshInterval: '1h0m0s',
      secretStoreRef: { kind: 'SecretStore', name: storeName },
      // Retain: an entry that is gone for a moment must not take a running service down.
      target: { name, creationPolicy: 'Owner', deletionPolicy: 'Retain', ...(template !== undefined && { template }) },
      data: keys.map(key => ({ secretKey: key, remoteRef: { key: entryName({ secret: name, key }, owner) } })),
    },
  };
}

function entryName(ref: SecretRef, owner: readonly string[]): string {
  const fault = entryFault(ref, owner);
  if (fault !== undefined) throw new InputError([mistake('malformed', `Secret '${ref.secret}'`, fault)]);
  return remoteNameOf(ref, owner);
}
