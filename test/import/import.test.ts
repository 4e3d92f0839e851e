import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { Outcome } from '../../lib/import/import-tree.ts';
import { kustomizes } from '../kustomize/kustomize.ts';
import { cluster, environment } from '../fixtures/platform.ts';
import { Workshop } from './imports.ts';
import { bank, chart, operator } from './trees.ts';
import { builds, unionsOf } from './union.ts';

let workshop: Workshop | undefined;
afterEach(() => {
  workshop?.remove();
  workshop = undefined;
});

/** The cloud for dev and the farm for prod: namespaces of one name need not share a cluster. */
const apart = {
  clusters: [cluster('cloud', { operators: ['external-secrets'] }), cluster('farm')],
  environments: [
    environment('dev', { placement: { default: 'cloud' } }),
    environment('prod', { placement: { default: 'farm' } }),
  ],
  components: {},
};

function quiet(rows: object): object {
  return { ...rows, site: { ...new Workshop({}).program.site, exposed: [] } };
}

describe('overlays over a base of several namespaces', () => {
  test('are built as before, by every Kustomize', async () => {
    workshop = new Workshop(bank, quiet(apart));
    const outcome = await workshop.import();

    expect(residueOf(outcome)).toEqual([]);
    expect(outcome.environments.map(({ objects, equal }) => [objects, equal])).toEqual([
      [7, 7],
      [10, 10],
    ]);
    await expectSameUnion(workshop, outcome, { dev: 'overlays/dev', prod: 'overlays/prod' });
  });

  test('become a component for each namespace', async () => {
    workshop = new Workshop(bank, quiet(apart));
    const { components } = await workshop.import();

    expect(components.map(({ name, row }) => [name, row])).toEqual([
      ['bank', { namespace: { dev: 'bank', prod: 'bank' }, podSecurity: 'baseline' }],
      [
        'bank-ledger',
        {
          namespace: { dev: 'bank-ledger', prod: 'bank-ledger' },
          namespaceLabels: { 'istio-injection': 'enabled' },
          namespaceAnnotations: { owner: 'ledger-team' },
          podSecurity: 'baseline',
        },
      ],
    ]);
  });
});

describe('a rendered chart', () => {
  test('is built as before, in the namespace of its component', async () => {
    workshop = new Workshop(chart);
    const outcome = await workshop.import({ folder: 'rendered.yaml', name: 'web' });

    expect(residueOf(outcome)).toEqual([]);
    expect(outcome.components.map(({ name, row }) => [name, row])).toEqual([['web', { podSecurity: 'baseline' }]]);
    const synthesis = await workshop.synthesize(outcome);
    for (const name of ['dev', 'prod']) {
      // Kustomize itself says what the chart is in a namespace.
      const text = `namespace: web-${name}\nresources: [rendered.yaml]\n`;
      writeFileSync(join(workshop.tree, 'kustomization.yaml'), text);
      expectContained(builds(workshop.tree), unionsOf(synthesis, name));
    }
  });
});

describe('cluster-scoped objects and definitions inside', () => {
  test("are the cluster's, and all of it is built as before", async () => {
    workshop = new Workshop(operator, quiet({ ...apart, environments: [apart.environments[1]!] }));
    const outcome = await workshop.import({ name: 'garden' });

    expect(residueOf(outcome)).toEqual([]);
    expect(outcome.components.map(({ name, row }) => [name, row])).toEqual([
      [
        'garden',
        {
          namespace: { prod: 'garden-system' },
          namespaceLabels: { 'control-plane': 'gardener' },
          podSecurity: 'privileged',
        },
      ],
    ]);
    const text = `resources: [manifests/crd.yaml, manifests/rbac.yaml, manifests/operator.yml]\n`;
    writeFileSync(join(workshop.tree, 'kustomization.yaml'), text);
    await expectSameUnion(workshop, outcome, { prod: '.' });
    expect([...workshop.files().keys()].filter(path => path.includes('/base/cluster/')).length).toBe(8);
    const definition = 'lib/components/garden/yaml/base/cluster/customresourcedefinition.gardens.example.com.yaml';
    expect(outcome.unknown).toEqual([{ kind: 'example.com/Garden', definition }]);
    expect(workshop.files().has(definition)).toBe(true);
  });
});

function residueOf({ environments }: Outcome): readonly string[] {
  return environments.flatMap(({ environment: name, residue }) =>
    residue.map(({ object, reason }) => `${name}: ${object}: ${reason}`),
  );
}

async function expectSameUnion(
  at: Workshop,
  outcome: Outcome,
  places: Readonly<Record<string, string>>,
): Promise<void> {
  const synthesis = await at.synthesize(outcome);
  for (const [name, place] of Object.entries(places)) {
    expectContained(builds(join(at.tree, place)), unionsOf(synthesis, name));
  }
}

/** Each object is there exactly as it was; a Namespace may have more. */
function expectContained(before: ReturnType<typeof builds>, after: ReturnType<typeof builds>): void {
  expect(before.length).toBe(kustomizes().length);
  before.forEach((wanted, index) => {
    expect(wanted.size).toBeGreaterThan(0);
    for (const [identity, manifest] of wanted) {
      const built = after[index]!.get(identity);
      // The platform guards both against deletion, so they may have more.
      if (['Namespace', 'CustomResourceDefinition'].includes(manifest.kind)) expect(built).toMatchObject(manifest);
      else expect(built).toEqual(manifest);
    }
  });
}
