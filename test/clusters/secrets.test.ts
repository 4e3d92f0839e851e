import { InputError } from '../../lib/model/input-error.ts';
import { secretRef } from '../../lib/model/secret-ref.ts';
import type { ClusterRow } from '../../lib/model/cluster.ts';
import { platformOf } from '../../lib/model/platform.ts';
import type { Rows } from '../../lib/model/platform.ts';
import { environment, platform, rows } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const refs = {
  shop: { URL: secretRef('database', 'url'), USER: secretRef('database', 'user'), TOKEN: secretRef('till', 'token') },
  customer: { URL: secretRef('database', 'url') },
};

const synthesized = delivered(withSecrets());

test('every Secret that a component refers to is fetched into its namespace, with all keys that it asks for', () => {
  expect(synthesized.names('ExternalSecret', 'clusters/cloud/prod/secrets')).toEqual(['database', 'database', 'till']);
  expect(synthesized.find('ExternalSecret', 'database', 'shop-prod').spec).toEqual({
    refreshInterval: '1h0m0s',
    secretStoreRef: { kind: 'SecretStore', name: 'secret-manager' },
    target: { name: 'database', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
    data: [
      { secretKey: 'url', remoteRef: { key: 'prod_shop_database_url' } },
      { secretKey: 'user', remoteRef: { key: 'prod_shop_database_user' } },
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
  const paths = new Synthesized(platform()).units.map(({ path }) => path);

  expect(paths.filter(path => path.startsWith('clusters/') && path.endsWith('secrets'))).toEqual([]);
});

test('a Secret on a cluster that nothing would fetch it on is refused', () => {
  expect(() => delivered(withSecrets({ operators: ['cert-manager'] }))).toThrow(
    "argocd/clusters.ts: 'cloud': 'operators' (cert-manager) must have 'external-secrets', "
      + "because namespace 'customer-dev' has secrets",
  );
});

test('a key that Secret Manager takes no name of is refused', () => {
  const shop = { CONFIG: secretRef('store', 'config.env') } as never;
  const dotted = () => delivered(withSecrets({}, { ...refs, shop }));

  expect(dotted).toThrow(InputError);
  expect(dotted).toThrow("Secret 'store': key 'config.env' would be the entry 'dev_shop_store_config.env'");
});

test('a component that moves takes its namespace, its quota, its secrets and its Application along', () => {
  const { clusters } = withSecrets();
  const farm = { ...clusters[1]!, operators: ['external-secrets'] };
  const place = (shop: string): Synthesized =>
    delivered({
      ...withSecrets(),
      clusters: [clusters[0]!, farm],
      environments: [{ ...withSecrets().environments[1]!, placement: { default: 'cloud', shop } }],
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

function delivered(tables: Rows): Synthesized {
  return new Synthesized(platformOf(tables, {}));
}

/** What a cluster has of a kind for the shop in prod. */
function inShop(all: Synthesized, kind: string, cluster: string): string[] {
  return all
    .objects(`clusters/${cluster}`)
    .filter(object => object.kind === kind && (object.metadata.namespace ?? object.metadata.name) === 'shop-prod')
    .map(({ metadata }) => metadata.name);
}

function withSecrets(cloud: Partial<ClusterRow> = {}, env: typeof refs = refs): Rows {
  const { clusters } = rows();
  const settings = { shop: { shop: { env: env.shop } }, customer: { customer: { env: env.customer } } } as never;
  return rows({
    clusters: [{ ...clusters[0]!, operators: ['external-secrets'], ...cloud }, clusters[1]!],
    environments: [environment('dev', { nodePortOffset: 1000, settings }), environment('prod', { settings })],
  });
}
