import { loadSchemas } from '../../lib/checks/schema/schemas.ts';
import { findings } from '../../lib/checks/findings.ts';
import { kindsOf, programKinds } from '../../lib/kinds/index.ts';
import type { CustomKind, OperatorPods } from '../../lib/model/custom-kind.ts';
import { sentenceOf } from '../../lib/model/mistake.ts';
import { resourceQuota } from '../../lib/clusters/quota.ts';
import { settings } from '../../lib/argocd/settings.ts';
import { definition, definitionOfSpec, definitionsOf } from '../fixtures/definitions.ts';
import { EditableWorld } from '../checks/small-world/small-world.ts';
import { home, platform } from '../checks/small-world/small-platform.ts';
import { samples } from '../checks/small-world/samples.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { mistakesToldBy } from '../fixtures/told.ts';

const definitions = definitionsOf(
  definitionOfSpec('Queue', { properties: { replicas: { type: 'integer' } } }),
  definition('Zone', { scope: 'Cluster' }),
);

const queue: Manifest = {
  apiVersion: 'example.com/v1',
  kind: 'Queue',
  metadata: { name: 'orders', namespace: 'shop-prod' },
  spec: { replicas: 2 },
};

const zone: Manifest = { apiVersion: 'example.com/v1', kind: 'Zone', metadata: { name: 'north' } };

const amounts = { 'cpu': '100m', 'memory': '1Gi', 'ephemeral-storage': '64Mi' };

const pods: OperatorPods = {
  most: 2,
  labels: { queue: 'orders' },
  containers: [{ name: 'queue', ports: { amqp: 5672 }, resources: { requests: amounts, limits: amounts } }],
  claims: ['2Gi'],
};

function row(facts: Partial<CustomKind> = {}): CustomKind {
  return { group: 'example.com', kind: 'Queue', ...facts };
}

describe('a kind of a definition', () => {
  const kinds = kindsOf({ definitions, kinds: [] });

  test('has the scope that it says', () => {
    expect([queue, zone].map(manifest => kinds.isClusterScoped(manifest))).toEqual([false, true]);
  });

  test('makes no pods, holds no data and is well at once, as long as nobody says more', () => {
    expect(kinds.kindOf(queue)).toMatchObject({ health: 'none', versions: ['v1'] });
    expect(kinds.kindOf(queue)).not.toHaveProperty('holdsData');
    expect(kinds.podsOf(queue)).toEqual([]);
  });

  test('is unknown to another platform of the same process', async () => {
    expect(programKinds.kindOf(queue)).toBeUndefined();
    expect(kindsOf({ definitions: [], kinds: [] })).toBe(programKinds);
    const { problemsOf } = await loadSchemas([{ manifests: [queue] }], programKinds);
    expect(problemsOf(queue)).toEqual([
      "is of kind 'example.com/v1 Queue', which must be one that the clusters serve and whose schema is known",
    ]);
  });

  test('is judged by every rule', async () => {
    const found = await findingsOf([row()], world => {
      world.add('overlays/prod/shop', { ...queue, spec: { replicas: 'two' } });
      world.add('overlays/prod/shop', zone);
    });

    expect(found).toEqual(
      expect.arrayContaining([
        "valid-schema: Queue orders: spec.replicas ('two') must be an integer",
        "component-in-one-namespace: Zone north: is cluster-scoped, but component 'shop' may hold objects of its namespace only",
        "cluster-scoped-once: Zone north: is cluster-scoped, but environment 'prod' delivers it",
      ]),
    );
  });
});

describe('a row beside a definition', () => {
  test('makes room for the pods of an operator', () => {
    const kinds = kindsOf({ definitions, kinds: [row({ pods: () => [pods] })] });

    expect(resourceQuota('shop', [queue], home, kinds).spec).toMatchObject({
      hard: {
        'pods': '2',
        'requests.cpu': '200m',
        'limits.memory': '2Gi',
        'persistentvolumeclaims': '2',
        'requests.storage': '4Gi',
      },
    });
  });

  test('says which of them rules must look at', async () => {
    const container = { name: 'queue', image: 'x/queue:latest' };
    const found = await findingsOf([row({ pods: () => [{ ...pods, containers: [container] }] })], world => {
      world.add('overlays/prod/shop', queue);
    });

    expect(found).toEqual(
      expect.arrayContaining([
        "container-resources: Queue orders: container 'queue' has no resources.requests.cpu",
        "pinned-image: Queue orders: container 'queue' runs 'x/queue:latest', which must have an exact tag or a digest",
      ]),
    );
  });

  test('asks for a guard where it holds data', async () => {
    const found = await findingsOf([row({ holdsData: true })], world => world.add('overlays/prod/shop', queue));

    expect(found).toContain('guarded-data: Queue orders: the object has no sync option Prune=false or Prune=confirm');
  });

  test('says what must be delivered beside an object', async () => {
    const names: CustomKind['names'] = () => [
      { kind: '/Secret', name: 'login' },
      { kind: '/ConfigMap', name: 'api-files', key: 'b.yaml' },
    ];
    const found = await findingsOf([row({ names })], world => world.add('overlays/prod/shop', queue));

    expect(found.filter(each => each.startsWith('reference-resolves'))).toEqual([
      "reference-resolves: Queue orders: names Secret 'login', which nothing delivers to namespace 'shop-prod' of cluster 'home'",
      "reference-resolves: Queue orders: names entry 'b.yaml' of ConfigMap 'api-files', which has 'a.yaml'",
    ]);
  });

  test('says how Argo CD knows that an object is well', () => {
    const lua = 'return { status = "Healthy" }';
    const knowing = { ...platform, definitions, kinds: [row({ health: { lua } })] };
    const configuration = settings(knowing).find(({ metadata }) => metadata.name === 'argocd-cm');

    expect(configuration!.data).toHaveProperty(['resource.customizations.health.example.com_Queue'], lua);
  });

  test.each<[string, Partial<CustomKind>, string]>([
    [
      'that fails',
      {
        pods: ({ status }) => [{ ...pods, most: (status as unknown as { readonly size: number }).size }],
      },
      "imports/kinds.ts: 'example.com/Queue': 'pods' of Queue orders fails (TypeError: Cannot read properties of undefined (reading 'size')), it must take whatever is there",
    ],
    [
      'that says a text for a number',
      { pods: () => [{ ...pods, most: '2' as never }] },
      "imports/kinds.ts: 'example.com/Queue': 'pods' of Queue orders: 'pods[0].most' ('2') must be a whole number from 0 to 100000",
    ],
    [
      'that says nothing',
      { pods: () => undefined as never },
      "imports/kinds.ts: 'example.com/Queue': 'pods' of Queue orders: 'pods' is missing, it must be a list",
    ],
    [
      'that says an amount that is none',
      { pods: () => [{ ...pods, containers: [{ name: 'a', resources: { limits: { memory: 'much' } } }] }] },
      "'pods[0].containers[0].resources.limits.memory' ('much') must",
    ],
    [
      'that says a claim that is none',
      { pods: () => [{ ...pods, claims: ['much'] }] },
      "'pods[0].claims[0]' ('much') must",
    ],
    [
      'that misspells what it says',
      { pods: () => [{ ...pods, label: {} } as never] },
      "'pods[0].label' is an unknown key, it must be one of 'title', 'most', 'labels', 'containers', 'claims' (did you mean 'labels'?)",
    ],
  ])('is refused with a function %s', (_title, facts, message) => {
    const kinds = kindsOf({ definitions, kinds: [row(facts)] });

    expect(told(() => kinds.podsOf(queue))[0]).toContain(message);
  });

  test('is refused with names that are none', () => {
    const kinds = kindsOf({ definitions, kinds: [row({ names: () => [{ kind: 'Secret', name: 'a' }] })] });

    expect(told(() => kinds.referencesOf(queue))).toEqual([
      "imports/kinds.ts: 'example.com/Queue': 'names' of Queue orders: 'names[0].kind' ('Secret') must be a group and a kind, such as '/Secret'",
    ]);
  });

  test('is refused where no file defines its kind', () => {
    const rows = [row(), row({ kind: 'Qeue' })];

    expect(told(() => kindsOf({ definitions, kinds: rows }))).toEqual([
      "imports/kinds.ts: 'example.com/Qeue' must be a kind of a definition file beside it: 'example.com/Queue', 'example.com/Zone' (did you mean 'example.com/Queue'?)",
    ]);
    expect(told(() => kindsOf({ definitions: [], kinds: [row()] }))).toEqual([
      "imports/kinds.ts: 'example.com/Queue' must be a kind of a definition file beside it: there is none",
    ]);
  });
});

describe('a definition of a kind that the program knows', () => {
  test('says what its objects may hold, and the rest stays', async () => {
    const own = definitionsOf(
      definitionOfSpec(
        'ExternalSecret',
        { properties: { brandNew: { type: 'string' } } },
        { group: 'external-secrets.io' },
      ),
    );
    const kinds = kindsOf({ definitions: own, kinds: [] });
    const object = { ...samples.ExternalSecret, spec: { brandNew: 'x' } };
    const { problemsOf } = await loadSchemas([{ manifests: [object] }], kinds);

    expect(problemsOf(object)).toEqual([]);
    expect(problemsOf(samples.ExternalSecret)).toContain('spec.target is unknown, the kind has no such field');
    expect(kinds.kindOf(object)!.makes!(samples.ExternalSecret)).toHaveLength(1);
  });

  test('serves one of which only the scope was known', async () => {
    const own = definitionsOf(definition('Tenant', { group: 'minio.min.io', versions: { v2: { type: 'object' } } }));
    const object: Manifest = { apiVersion: 'minio.min.io/v2', kind: 'Tenant', metadata: { name: 'store' } };
    const kinds = kindsOf({ definitions: own, kinds: [] });
    const { problemsOf } = await loadSchemas([{ manifests: [object] }], kinds);

    expect(problemsOf(object)).toEqual([]);
    expect(kinds.kindOf(object)).toMatchObject({ holdsData: 'in-object', health: 'built-in' });
  });

  test('is refused where it would let pods be made unseen, unless a row says them', () => {
    const kafka = definitionsOf(definition('Kafka', { group: 'kafka.strimzi.io' }));

    expect(told(() => kindsOf({ definitions: kafka, kinds: [] }))).toEqual([
      "imports/own.yaml: 'kafkas.kafka.strimzi.io': 'Kafka' of 'kafka.strimzi.io' is judged by a schema of the program, by which its pods are counted: it must be left out, or a row in imports/kinds.ts must say its 'pods'",
    ]);
    const kinds = kindsOf({
      definitions: kafka,
      kinds: [{ group: 'kafka.strimzi.io', kind: 'Kafka', pods: () => [pods] }],
    });
    expect(kinds.podsOf(samples.Kafka)).toMatchObject([{ metadata: { labels: pods.labels } }]);
  });

  test('is refused with another scope', () => {
    const own = definitionsOf(definition('Certificate', { group: 'cert-manager.io', scope: 'Cluster' }));

    expect(told(() => kindsOf({ definitions: own, kinds: [] }))).toEqual([
      "imports/own.yaml: 'certificates.cert-manager.io': 'spec.scope' is 'Cluster' for 'Certificate' of 'cert-manager.io', which the program knows as 'Namespaced', and must be the same",
    ]);
  });

  test('is refused where Kubernetes has it built in', () => {
    const own = definitionsOf(definition('Ingress', { group: 'networking.k8s.io' }));

    expect(told(() => kindsOf({ definitions: own, kinds: [] }))).toEqual([
      "imports/own.yaml: 'ingresss.networking.k8s.io': 'Ingress' of 'networking.k8s.io' is built into Kubernetes, a definition must be of another kind",
    ]);
  });
});

/** Findings in the small world with these kinds, once an edit has added something: `<rule>: <object>: <message>`. */
async function findingsOf(kinds: readonly CustomKind[], edit: (world: EditableWorld) => void): Promise<string[]> {
  const world = new EditableWorld();
  edit(world);
  const facts = { platform: { ...platform, definitions, kinds }, delivery: world.delivery };
  const found = await findings(world.units, facts);
  return found.map(({ rule, object, message }) => `${rule}: ${object ?? ''}: ${message}`);
}

function told(act: () => unknown): string[] {
  return mistakesToldBy(act).map(sentenceOf);
}
