import { InputError } from '../../lib/model/input-error.ts';
import { secretRef } from '../../lib/model/secret-ref.ts';
import type { Cluster } from '../../lib/model/cluster.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { environment, platform } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const refs = {
  shop: { URL: secretRef('database', 'url'), USER: secretRef('database', 'user'), TOKEN: secretRef('till', 'token') },
  customer: { URL: secretRef('database', 'url') },
};

const synthesized = new Synthesized(withSecrets());

test('every Secret that a component refers to is fetched into its namespace, with all keys that it asks for', () => {
  expect(synthesized.names('ExternalSecret', 'clusters/cloud/secrets')).toEqual([
    'database',
    'database',
    'database',
    'database',
    'till',
    'till',
  ]);
  expect(synthesized.find('ExternalSecret', 'database', 'shop-prod').spec).toEqual({
    refreshInterval: '1h0m0s',
    secretStoreRef: { kind: 'SecretStore', name: 'secret-manager' },
    target: { name: 'database', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
    data: [
      { secretKey: 'url', remoteRef: { key: 'prod-database-url' } },
      { secretKey: 'user', remoteRef: { key: 'prod-database-user' } },
    ],
  });
  expect(at(synthesized.find('ExternalSecret', 'database', 'customer-prod'), 'spec', 'data')).toHaveLength(1);
});

test('each namespace has an identity of its own, which is a token and no key', () => {
  const { provider } = synthesized.find('SecretStore', 'secret-manager', 'shop-dev').spec as { provider: unknown };
  const audience = '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/x';

  expect(provider).toEqual({
    gcpsm: {
      projectID: 'example-project',
      secretVersionSelectionPolicy: 'LatestOrFail',
      auth: {
        workloadIdentityFederation: { audience, serviceAccountRef: { name: 'secret-reader', audiences: [audience] } },
      },
    },
  });
  expect(synthesized.find('ServiceAccount', 'secret-reader', 'shop-dev').automountServiceAccountToken).toBe(false);
  expect(synthesized.names('SecretStore', 'clusters/cloud')).toHaveLength(4);
});

test('objects of the operator can be delivered before it is there', () => {
  const objects = synthesized.objects().filter(({ apiVersion }) => apiVersion.startsWith('external-secrets.io/'));
  const options = objects.map(object => at(object, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options'));

  expect(new Set(options)).toEqual(new Set(['SkipDryRunOnMissingResource=true']));
});

test('a cluster whose components refer to no Secret has no store', () => {
  expect(new Synthesized(platform()).unit('clusters/cloud/secrets')).toBeUndefined();
});

test('a Secret on a cluster that nothing would fetch it on is refused', () => {
  expect(() => new Synthesized(withSecrets({ operators: ['cert-manager'] }))).toThrow(
    "argocd/clusters.ts: 'cloud': 'operators' (cert-manager) must have 'external-secrets', "
      + "because namespace 'customer-dev' has secrets",
  );
});

test('a key that Secret Manager takes no name of is refused', () => {
  const shop = { CONFIG: secretRef('store', 'config.env') } as never;
  const dotted = () => new Synthesized(withSecrets({}, { ...refs, shop }));

  expect(dotted).toThrow(InputError);
  expect(dotted).toThrow("Secret 'store': key 'config.env' would be the entry 'dev-store-config.env'");
});

test('a component that moves takes its namespace, its quota, its secrets and its Application along', () => {
  const { clusters } = withSecrets();
  const farm = { ...clusters[1]!, operators: ['external-secrets'] };
  const place = (shop: string): Synthesized =>
    new Synthesized({
      ...withSecrets(),
      clusters: [clusters[0]!, farm],
      environments: [{ ...withSecrets().environments[1]!, placement: { shop, customer: 'cloud' } }],
    });
  const before = place('cloud');
  const after = place('farm');

  for (const kind of ['Namespace', 'ResourceQuota', 'LimitRange', 'NetworkPolicy', 'SecretStore', 'ExternalSecret']) {
    expect([kind, ...inShop(before, kind, 'farm')]).toEqual([kind]);
    expect([kind, ...inShop(after, kind, 'cloud')]).toEqual([kind]);
    expect([kind, ...inShop(after, kind, 'farm')]).toEqual([kind, ...inShop(before, kind, 'cloud')]);
  }
  expect(before.names('Application', 'argocd/roots/cloud')).toContain('prod-shop');
  expect(after.names('Application', 'argocd/roots/cloud')).not.toContain('prod-shop');
  expect(after.names('Application', 'argocd/roots/farm')).toContain('prod-shop');
});

/** What a cluster has of a kind for the shop in prod. */
function inShop(all: Synthesized, kind: string, cluster: string): string[] {
  return all
    .objects(`clusters/${cluster}`)
    .filter(object => object.kind === kind && (object.metadata.namespace ?? object.metadata.name) === 'shop-prod')
    .map(({ metadata }) => metadata.name);
}

function withSecrets(cloud: Partial<Cluster> = {}, env: typeof refs = refs): Platform {
  const { clusters } = platform();
  const settings = { shop: { shop: { env: env.shop } }, customer: { customer: { env: env.customer } } } as never;
  return platform({
    clusters: [{ ...clusters[0]!, operators: ['external-secrets'], ...cloud }, clusters[1]!],
    environments: [environment('dev', { nodePortOffset: 1000, settings }), environment('prod', { settings })],
  });
}
