import { findings } from '../../lib/checks/findings.ts';
import { plainService } from '../../lib/constructs/plain-service.ts';
import type { PlainServiceRow } from '../../lib/constructs/plain-service.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import { sentenceOf } from '../../lib/model/mistake.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { environment, rows, serviceOf, Shop } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';
import { mistakesToldBy } from '../fixtures/told.ts';

const yaml = `apiVersion: apps/v1
kind: Deployment
metadata: {name: books-v2}
spec:
  selector: {matchLabels: {app: books}}
  template:
    metadata: {labels: {app: books}}
    spec: {containers: [{name: books, image: 'example.com/books:1.2.3', ports: [{containerPort: 9000, protocol: TCP}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: books}
spec: {selector: {app: books}, ports: [{port: 80, targetPort: 9000, protocol: TCP}]}
`;

/** A platform in which a shop is called by books, which are kept as YAML. */
function platform(row: Partial<PlainServiceRow<'books'>> | object, placement: object = {}): Platform {
  const books = plainService({ pods: { app: 'books' }, offers: { books: { port: 80, targetPort: 9000 } }, ...row });
  const components = {
    shop: { services: { shop: serviceOf(Shop, 'shop', { nodePort: 30080 }) } },
    library: { objects: 'overlays/library', podSecurity: 'privileged' as const, services: { books } },
  };
  const prod = environment('prod', { placement: { default: 'cloud', ...placement } });
  return checkedPlatform(
    rows({ components, environments: [prod] }),
    {},
    new Map(),
    () => new Map([['base/a.yaml', yaml]]),
  );
}

function mistakes(row: object, placement: object = {}): string[] {
  const all = mistakesToldBy(() => unitsOf(platform(row, placement)));
  return all.map(sentenceOf).filter(sentence => !sentence.startsWith('prod/'));
}

test('gets the policies of what it declares, by the labels and the ports of its pods', () => {
  const row = { calls: ['shop/shop', 'books'], callsInternet: ['api.example.com'], callsKubernetesApi: true };
  const { spec } = new Synthesized(platform({ ...row, behindIngress: ['books'] })).find('NetworkPolicy', 'books');

  expect(at(spec!, 'podSelector')).toEqual({ matchLabels: { app: 'books' } });
  expect((at(spec!, 'ingress') as object[]).map(rule => JSON.stringify(rule))).toEqual([
    expect.stringContaining('"ports":[{"port":9000,"protocol":"TCP"}]'),
    expect.stringContaining('"ports":[{"port":9000,"protocol":"TCP"}]'),
  ]);
  expect((at(spec!, 'egress') as object[]).length).toBe(4);
});

test('needs no policy besides: what it declares is what is allowed', async () => {
  const whole = platform({ calls: ['shop/shop', 'books'], callsKubernetesApi: true, behindIngress: ['books'] });
  const { units, delivery } = unitsOf(whole);
  const found = await findings(units, { platform: whole, delivery });

  expect(found.filter(({ rule }) => /network|policy|flow/.test(rule))).toEqual([]);
});

test('is found to be open where its YAML opens what nobody declared', async () => {
  const whole = platform({});
  const open = `${yaml}---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: open}\nspec: {podSelector: {}, ingress: [{}]}\n`;
  const opened = checkedPlatform(
    rows({ components: { ...whole.components }, environments: whole.environments }),
    {},
    new Map(),
    () => new Map([['base/a.yaml', open]]),
  );
  const { units, delivery } = unitsOf(opened);
  const found = await findings(units, { platform: opened, delivery });

  expect(found.filter(({ rule }) => rule === 'network-as-declared').map(({ unit }) => unit)).toContain(
    'overlays/prod/library',
  );
});

test.each<[what: string, row: object, sentence: string]>([
  ['calls that are a text', { calls: 'shop/shop' }, "base/library: books: 'calls' ('shop/shop') must be a list"],
  [
    'a call of an endpoint that nobody offers',
    { calls: ['shop/shpo'] },
    "base/library: books: endpoint 'shop/shpo' is not offered by component 'shop', it must be a name there, or '<component>/<name>' (did you mean 'shop/shop'?)",
  ],
  [
    'a host with a scheme',
    { callsInternet: ['https://example.com'] },
    "base/library: books: 'callsInternet[0]' ('https://example.com') must be a host name, such as 'grafana.example.com', without scheme, port or path",
  ],
  [
    'a flag that is a text',
    { callsKubernetesApi: 'yes' },
    "base/library: books: 'callsKubernetesApi' ('yes') must be true or false",
  ],
  [
    'a way in to an endpoint that it does not offer',
    { behindIngress: ['magazines'] },
    "base/library: books: endpoint 'magazines' is not offered by component 'library', it must be a name there, or '<component>/<name>'",
  ],
  [
    'ways in that are a text',
    { behindIngress: 'books' },
    "base/library: books: 'behindIngress' ('books') must be a list",
  ],
])('refuses %s', (_, row, sentence) => {
  expect(mistakes(row)).toEqual([sentence]);
});

test('refuses a way in on a cluster without an ingress controller', () => {
  expect(() => unitsOf(platform({ behindIngress: ['books'] }, { library: 'farm' }))).toThrow(
    "prod/library: books: 'behindIngress' ('books') needs an ingress controller, but cluster 'farm' has none. It must be left out, or the component must run on another cluster",
  );
});
