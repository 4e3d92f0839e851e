import { secretFile, tlsSecret } from '../../lib/model/secret-ref.ts';
import type { Json } from '../../lib/yaml/json.ts';
import { environment } from '../fixtures/platform.ts';
import { shaped, saidOf } from '../fixtures/shape-objects.ts';
import type { ShapeSettings } from '../fixtures/shapes.ts';
import { at } from '../fixtures/synthesized.ts';

const hosts = [
  {
    host: 'shop.example.com',
    paths: [{ path: '/' }, { path: '/api', endpoint: 'api' }, { path: '/hooks', pathType: 'Exact', endpoint: 'hooks' }],
  },
  { host: 'www.example.com' },
];
const annotations = { 'traefik.ingress.kubernetes.io/router.middlewares': 'kube-system-gzip@kubernetescrd' };
const web = (ingress: unknown, more: object = {}): ShapeSettings => ({ shop: { web: { ingress, ...more } } });

test('an Ingress has all hosts with their paths, each of which leads to its endpoint', () => {
  const { spec } = shaped(web({ hosts })).find('Ingress', 'web');

  expect(at(spec!, 'rules')).toEqual([
    {
      host: 'shop.example.com',
      http: {
        paths: [
          backend('/', 'Prefix', 'web', 'http'),
          backend('/api', 'Prefix', 'api', 'http'),
          backend('/hooks', 'Exact', 'api', 'hooks'),
        ],
      },
    },
    { host: 'www.example.com', http: { paths: [backend('/', 'Prefix', 'web', 'http')] } },
  ]);
  expect(at(spec!, 'ingressClassName')).toBe('traefik');
});

test('the ingress controller may call each of them, and nothing else', () => {
  const platform = shaped(web({ hosts }));
  const portsOf = (service: string): unknown[] =>
    (at(platform.find('NetworkPolicy', service), 'spec', 'ingress') as Json[]).map(rule =>
      at(rule, 'ports', 0, 'port'),
    );

  expect(portsOf('web')).toEqual([8080]);
  expect(portsOf('api')).toEqual([9000, 9001]);
});

test('its certificate is one of the environment, for all hosts', () => {
  const environments = [environment('prod', { issuer: 'staging', settings: web({ hosts, annotations }) as never })];
  const ingress = shaped({}, { environments }).find('Ingress', 'web');

  expect(ingress.metadata.annotations).toEqual({ ...annotations, 'cert-manager.io/cluster-issuer': 'staging' });
  expect(at(ingress, 'spec', 'tls')).toEqual([
    { hosts: ['shop.example.com', 'www.example.com'], secretName: 'web-tls' },
  ]);
});

test("a certificate of one's own is put together of two entries, and no challenge is answered", () => {
  const platform = shaped(web({ hosts, annotations, tls: tlsSecret('shop-tls') }));

  expect(platform.find('Ingress', 'web').metadata.annotations).toEqual(annotations);
  expect(at(platform.find('Ingress', 'web'), 'spec', 'tls', 0, 'secretName')).toBe('shop-tls');
  expect(platform.find('ExternalSecret', 'shop-tls').spec).toMatchObject({
    target: {
      template: {
        type: 'kubernetes.io/tls',
        data: { 'tls.crt': '{{ .certificate }}', 'tls.key': '{{ .key }}' },
      },
    },
    data: [
      { secretKey: 'certificate', remoteRef: { key: 'prod_shop_shop-tls_certificate' } },
      { secretKey: 'key', remoteRef: { key: 'prod_shop_shop-tls_key' } },
    ],
  });
  expect(platform.names('NetworkPolicy')).not.toContain('allow-certificate-challenges');
  expect(shaped(web({ hosts })).names('NetworkPolicy')).toContain('allow-certificate-challenges');
});

test('a host that is there twice, with other paths, has one certificate', () => {
  const twice = [{ host: 'a.example.com', paths: [{ path: '/a' }] }, { host: 'a.example.com' }];

  expect(at(shaped(web({ hosts: twice })).find('Ingress', 'web'), 'spec', 'tls', 0, 'hosts')).toEqual([
    'a.example.com',
  ]);
});

test('two services share a host by paths', () => {
  const settings = {
    shop: {
      web: { ingress: { hosts } },
      api: { ingress: { hosts: [{ host: 'shop.example.com', paths: [{ path: '/v2' }] }] } },
    },
  };

  expect(saidOf(settings)).toEqual([]);
});

test.each<[string, object, string]>([
  ['no hosts', { hosts: [] }, "missing: prod/shop: web: 'ingress.hosts' ([]) must be a list with at least one item"],
  [
    'a text',
    'shop.example.com' as never,
    "wrong-type: prod/shop: web: 'ingress' ('shop.example.com') must be an object",
  ],
  [
    'a host that is none',
    { hosts: [{ host: 'https://a.example.com' }] },
    "malformed: prod/shop: web: 'ingress.hosts[0].host' ('https://a.example.com') must be a host name, such as 'grafana.example.com', without scheme, port or path",
  ],
  [
    'a path that is none',
    { hosts: [{ host: 'a.example.com', paths: [{ path: 'api' }] }] },
    "malformed: prod/shop: web: 'ingress.hosts[0].paths[0].path' ('api') must be a path that begins with '/', without '//', '.' and '..'",
  ],
  [
    'a path that leads up',
    { hosts: [{ host: 'a.example.com', paths: [{ path: '/a/../b' }] }] },
    "malformed: prod/shop: web: 'ingress.hosts[0].paths[0].path' ('/a/../b') must be a path that begins with '/', without '//', '.' and '..'",
  ],
  [
    'a match of another sort',
    { hosts: [{ host: 'a.example.com', paths: [{ path: '/', pathType: 'prefix' }] }] },
    "unknown-name: prod/shop: web: 'ingress.hosts[0].paths[0].pathType' ('prefix') must be one of 'Prefix', 'Exact', 'ImplementationSpecific' (did you mean 'Prefix'?)",
  ],
  [
    'an endpoint of another component',
    { hosts: [{ host: 'a.example.com', paths: [{ path: '/', endpoint: 'store/db' }] }] },
    "malformed: prod/shop: web: 'ingress.hosts[0].paths[0].endpoint' ('store/db') must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'an endpoint that nobody offers',
    { hosts: [{ host: 'a.example.com', paths: [{ path: '/', endpoint: 'apo' }] }] },
    "refused: prod/shop: web: endpoint 'apo' is not offered by component 'shop', it must be a name there, or '<component>/<name>' (did you mean 'shop/api'?)",
  ],
  [
    'a certificate of nobody',
    { hosts: [{ host: 'a.example.com' }], tls: 'letsencrypt' },
    "wrong-type: prod/shop: web: 'ingress.tls' ('letsencrypt') must be 'issuer' or tlsSecret()",
  ],
  [
    'a certificate of a Secret without a name',
    { hosts: [{ host: 'a.example.com' }], tls: { secret: '', as: 'tls' } },
    "malformed: prod/shop: web: 'ingress.tls.secret' ('') must hold only lower-case letters, digits, '-' and '.', at most 253",
  ],
  [
    'an annotation whose key is none',
    { hosts: [{ host: 'a.example.com' }], annotations: { 'a b': 'x' } },
    "malformed: prod/shop: web: 'ingress.annotations': key 'a b' must be the key of an annotation, such as 'traefik.ingress.kubernetes.io/router.middlewares'",
  ],
  [
    'an annotation that is no text',
    { hosts: [{ host: 'a.example.com' }], annotations: { a: true } },
    "wrong-type: prod/shop: web: 'ingress.annotations.a' (true) must be a text that is not empty",
  ],
  ...[
    'cert-manager.io/issuer',
    'acme.cert-manager.io/http01-edit-in-place',
    'argocd.argoproj.io/hook',
    'kubernetes.io/ingress.class',
    'plainsail.dev/exempt.ingress-declared',
  ].map((key): [string, object, string] => [
    `the annotation ${key}`,
    { hosts: [{ host: 'a.example.com' }], annotations: { [key]: 'x' } },
    `reserved: prod/shop: web: 'ingress.annotations': '${key}' must be left out, the program itself says what it says`,
  ]),
  [
    'a path twice',
    { hosts: [{ host: 'a.example.com', paths: [{ path: '/a' }, { path: '/a', endpoint: 'api' }] }] },
    "duplicate: prod/shop: web: '/a' of host 'a.example.com' is there twice, each must be there once",
  ],
])('%s is refused', (_title, ingress, sentence) => {
  expect(saidOf(web(ingress))).toEqual([sentence]);
});

test('a host beside an ingress is refused', () => {
  expect(saidOf(web({ hosts: [{ host: 'a.example.com' }] }, { host: 'b.example.com' }))).toEqual([
    "conflict: prod/shop: web: 'host' ('b.example.com') must be left out, because 'ingress' names the hosts",
  ]);
});

test('an ingress is refused where nobody reads it', () => {
  const placed = (ingress: object) => ({
    environments: [environment('prod', { placement: { default: 'farm' }, settings: web(ingress) as never })],
  });

  expect(saidOf({}, placed({ hosts }))).toEqual([
    `not-served-here: prod/shop: web: 'ingress' needs an ingress controller and 'cert-manager', but cluster 'farm' has none. It must be left out there, or the component must run on another cluster`,
  ]);
  expect(saidOf({}, placed({ hosts, tls: tlsSecret('shop-tls') }))).toEqual([
    `not-served-here: prod/shop: web: 'ingress' needs an ingress controller, but cluster 'farm' has none. It must be left out there, or the component must run on another cluster`,
  ]);
});

test('a path of two services is refused', () => {
  const of = (path: string) => ({ ingress: { hosts: [{ host: 'a.example.com', paths: [{ path }] }] } });

  expect(saidOf({ shop: { web: of('/a'), api: of('/a') } })).toEqual([
    "duplicate: prod/shop: api: '/a' of host 'a.example.com' is that of prod/shop: web too, each must be there once",
  ]);
  expect(saidOf({ shop: { web: of('/'), api: of('/') } })).toEqual([
    "duplicate: prod/shop: api: 'host' ('a.example.com') is that of prod/shop: web too, each must be there once",
  ]);
});

test('a host of two environments is refused, whatever its paths', () => {
  const of = (path: string) => web({ hosts: [{ host: 'a.example.com', paths: [{ path }] }] }) as never;
  const environments = [
    environment('dev', { nodePortOffset: 100, settings: of('/dev') }),
    environment('prod', { settings: of('/') }),
  ];

  expect(saidOf({}, { environments })).toEqual([
    "duplicate: prod/shop: web: 'host' ('a.example.com') is that of dev/shop: web too, each must be there once",
  ]);
});

test('a Secret is a certificate or holds single entries', () => {
  const env = { CERTIFICATE: secretFile('shop-tls', 'certificate') };

  expect(saidOf(web({ hosts, tls: tlsSecret('shop-tls') }, { env }))).toEqual([
    "conflict: prod/shop: Secret 'shop-tls': is asked for as a certificate and by single entries, each must have a Secret of its own",
  ]);
});

function backend(path: string, pathType: string, name: string, port: string): object {
  return { path, pathType, backend: { service: { name, port: { name: port } } } };
}
