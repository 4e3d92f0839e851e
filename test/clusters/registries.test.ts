import { registryOf } from '../../lib/model/access.ts';
import type { PrivateRegistry } from '../../lib/model/access.ts';
import { secretEntries } from '../../lib/argocd/secret-entries.ts';
import { secretRef } from '../../lib/model/secret-ref.ts';
import { environment, platform, rows, serviceOf, Shop } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const registry: PrivateRegistry = { host: 'ghcr.io/example-org', username: 'robot' };
const { site } = rows();
const settings = { private: { private: { env: { KEY: secretRef('own', 'key') } } } } as never;
const synthesized = new Synthesized(
  platform({
    site: { ...site, exposed: [], registries: [registry, { host: 'quay.io', username: 'nobody' }] },
    components: {
      private: { services: { private: { ...serviceOf(Shop, 'private'), image: 'ghcr.io/example-org/app:1.0.0' } } },
      public: { services: { public: { ...serviceOf(Shop, 'public'), image: 'ghcr.io/other-org/app:1.0.0' } } },
    },
    environments: [environment('prod', { settings })],
  }),
);

test('pods that run an image of a private registry pull with its credentials, and no others', () => {
  const pullSecrets = (name: string) =>
    at(synthesized.find('Deployment', name, `${name}-prod`), 'spec', 'template', 'spec', 'imagePullSecrets');

  expect(pullSecrets('private')).toEqual([{ name: 'registry-ghcr-io-example-org' }]);
  expect(pullSecrets('public')).toBeUndefined();
});

test('their namespace has them, beside its other Secrets and from the one store', () => {
  expect(synthesized.names('ExternalSecret')).toEqual(['cluster-farm', 'own', 'registry-ghcr-io-example-org']);
  expect(synthesized.names('SecretStore', 'clusters')).toEqual(['secret-manager']);
  expect(at(synthesized.find('ExternalSecret', 'registry-ghcr-io-example-org', 'private-prod'), 'spec')).toMatchObject({
    target: {
      template: {
        type: 'kubernetes.io/dockerconfigjson',
        data: {
          '.dockerconfigjson':
            '{"auths":{"ghcr.io/example-org":{"username":"robot","password":{{ .token | trim | toJson }}}}}',
        },
      },
    },
    data: [{ secretKey: 'token', remoteRef: { key: 'site_registry-ghcr-io-example-org_token' } }],
  });
});

test('one entry serves all namespaces', () => {
  expect(secretEntries(synthesized.units)).toContain(
    'site_registry-ghcr-io-example-org_token cloud:system:serviceaccount:private-prod:secret-reader',
  );
});

test.each([
  ['ghcr.io/example-org/app:1', 'ghcr.io/example-org'],
  ['ghcr.io/other-org/app:1', 'ghcr.io'],
  ['ghcr.io/example-organisation/app:1', 'ghcr.io'],
  ['example-org/app:1', 'docker.io'],
  ['redis:8', 'docker.io'],
  ['registry.example.com:5000/app:1', 'registry.example.com:5000'],
  ['quay.io/app:1', undefined],
])('%s comes from %s', (image, host) => {
  const hosts = ['ghcr.io', 'ghcr.io/example-org', 'docker.io', 'registry.example.com:5000'];

  expect(
    registryOf(
      image,
      hosts.map(each => ({ host: each, username: 'robot' })),
    )?.host,
  ).toBe(host);
});

test('a cluster that nothing would make the Secret on is named', () => {
  const bare = platform({
    site: { ...site, registries: [{ host: 'example.com', username: 'robot' }] },
    clusters: [{ ...rows().clusters[0]!, operators: [] }],
  });

  expect(() => new Synthesized(bare)).toThrow(
    "'operators' (none) must have 'external-secrets', because namespace 'shop-dev' pulls images of private registries",
  );
});

test('Docker Hub has the address that container runtimes know', () => {
  const hub = new Synthesized(
    platform({
      site: { ...site, exposed: [], registries: [{ host: 'docker.io', username: 'robot' }] },
      components: { private: { services: { private: { ...serviceOf(Shop, 'private'), image: 'redis:8.0.0' } } } },
      environments: [environment('prod')],
    }),
  );
  const { spec } = hub.find('ExternalSecret', 'registry-docker-io');

  expect(at(spec!, 'target', 'template', 'data', '.dockerconfigjson')).toContain('"https://index.docker.io/v1/"');
});
