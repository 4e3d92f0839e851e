import { allowanceOf } from '../../../lib/checks/network/allowance.ts';
import { clusterViews } from '../../../lib/checks/network/cluster-view.ts';
import type { ClusterView } from '../../../lib/checks/network/cluster-view.ts';
import type { Pod } from '../../../lib/checks/network/pod.ts';
import { networkAsDeclared } from '../../../lib/checks/network/network-as-declared.ts';
import { findings } from '../../../lib/checks/findings.ts';
import { World } from '../../../lib/checks/world.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Tenant } from '../../../lib/model/tenant.ts';
import type { Unit } from '../../../lib/model/unit.ts';
import { unitsOf } from '../../../lib/synthesis.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { exampleWith } from './tenant-platform.ts';

const quota = { cpu: '3', memory: '4Gi' } as const;
const rows: readonly Tenant[] = [
  { name: 'ada', quota },
  { name: 'bay', quota },
  { name: 'cob', quota, model: 'sentiment@champion' },
  { name: 'dune', quota, hosts: { prod: 'dune.example.com' } },
];
const platform = exampleWith(rows);
const { units, delivery } = unitsOf(platform);
const noSchemas = { problemsOf: () => [] };
const namespaces = rows.flatMap(({ name }) => [`${name}-dev`, `${name}-prod`]);

test('from no tenant a way leads to another one, in either direction and any environment', () => {
  const view = viewOf(units);
  const inhabitants = [...podsIn(view)].filter(({ namespace }) => namespaces.includes(namespace));
  const ways = inhabitants.flatMap(one =>
    [...reached(one, view), ...reaching(one, view)]
      .filter(other => other.namespace !== one.namespace && namespaces.includes(other.namespace))
      .map(other => `${one.namespace} and ${other.namespace}`),
  );

  // Each has its own pods, and whoever else might come into its namespace.
  expect(new Set(inhabitants.map(({ namespace }) => namespace))).toEqual(new Set(namespaces));
  expect(ways).toEqual([]);
});

test.each([
  ['ada-prod', ['Service ml-inference', 'DNS'], ['Prometheus', 'Service ml-inference']],
  ['cob-prod', ['MLflow', 'Service ml-inference', 'DNS'], ['Prometheus', 'Service ml-inference']],
  ['dune-prod', ['Service ml-inference', 'DNS'], ['Prometheus', 'Service ml-inference', 'the ingress controller']],
  ['dune-dev', ['Service ml-inference', 'DNS'], ['Prometheus', 'Service ml-inference']],
])('what runs in %s reaches %j, is reached by %j, and that is all', (namespace, reaches, isReachedBy) => {
  const view = viewOf(units);
  const service = view.servicePods.get(`${namespace}/ml-inference`)![0]!;
  const said = (pods: readonly Pod[]): string[] => [...new Set(pods.map(pod => wordFor(pod, namespace, view)))].sort();

  expect(said(reached(service, view))).toEqual([...reaches].sort());
  expect(said(reaching(service, view))).toEqual([...isReachedBy].sort());
  expect(allowanceOf(service, 'Egress', view.network)!.addressRules).toEqual([]);
  expect(allowanceOf(service, 'Ingress', view.network)!.addressRules).toEqual([]);
});

test.each<[string, JsonMap]>([
  ['a policy that lets another tenant in', { ingress: [{ from: [{ namespaceSelector: {} }] }] }],
  ['a policy that lets a tenant out to another one', { egress: [{ to: [{ namespaceSelector: {} }] }] }],
  ['a policy that lets a tenant out to every address', { egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] }],
])('%s is found', async (_, rules) => {
  const name = 'opened';
  const policyTypes = Object.keys(rules).map(side => (side === 'ingress' ? 'Ingress' : 'Egress'));
  const opened: Manifest = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace: 'ada-prod' },
    spec: { podSelector: {}, policyTypes, ...rules },
  };
  const wrong = units.map(unit =>
    unit.path === 'overlays/prod/ada' ? { ...unit, manifests: [...unit.manifests, opened] } : unit,
  );

  const found = await findings(wrong, { platform, delivery }, [networkAsDeclared]);

  expect(await findings(units, { platform, delivery }, [networkAsDeclared])).toEqual([]);
  expect(found.map(each => each.rule)).toContain('network-as-declared');
});

function viewOf(all: readonly Unit[]): ClusterView {
  return new World(all, { platform, delivery }, noSchemas).once(clusterViews).get('gcp')!;
}

function podsIn({ judged }: ClusterView): Set<Pod> {
  return new Set([...judged.values()].flat());
}

function reached(pod: Pod, { network }: ClusterView): Pod[] {
  return [...allowanceOf(pod, 'Egress', network)!.pods.keys()];
}

function reaching(pod: Pod, { network }: ClusterView): Pod[] {
  return [...allowanceOf(pod, 'Ingress', network)!.pods.keys()];
}

function wordFor(pod: Pod, home: string, view: ClusterView): string {
  if (pod === view.dns) return 'DNS';
  if (pod === view.ingress) return 'the ingress controller';
  if (pod.namespace === home) return 'Service ml-inference';
  if (pod.namespace.startsWith('monitoring-')) return 'Prometheus';
  return pod.namespace.startsWith('mlflow-') ? 'MLflow' : pod.title;
}
