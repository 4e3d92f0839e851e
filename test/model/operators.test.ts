import { operatorProblems, operatorRowProblems } from '../../lib/model/input/operator-problems.ts';
import type { HelmChart, Operators } from '../../lib/model/helm-chart.ts';
import { sentenceOf } from '../../lib/model/mistake.ts';
import type { Mistake } from '../../lib/model/mistake.ts';
import { exampleRows } from '../fixtures/example.ts';
import { cluster, platform } from '../fixtures/platform.ts';

const row: HelmChart = {
  repository: 'https://charts.example.com',
  chart: 'keda',
  version: '2.17.1',
  namespace: 'keda',
  values: {},
  kinds: { cluster: [], namespaced: [] },
};
const program = { workload: 'Deployment', name: 'keda', labels: { app: 'keda' }, containers: {} };
const file = "argocd/operators.ts: 'keda'";

test('the operators of the house are as they must be', () => {
  expect(operatorRowProblems(exampleRows)).toEqual([]);
  expect(operatorProblems(platform({ operators: exampleRows.operators }))).toEqual([]);
});

test.each([
  ['a range', { version: '^2' }, 'not-pinned', `${file}: 'version' ('^2') must be one exact version, such as '1.2.3'`],
  [
    'a series',
    { version: '2.17' },
    'not-pinned',
    `${file}: 'version' ('2.17') must be one exact version, such as '1.2.3'`,
  ],
  ['a number', { version: 2 }, 'wrong-type', `${file}: 'version' (2) must be one exact version, such as '1.2.3'`],
  [
    'values as a text',
    { values: 'a: b' },
    'wrong-type',
    `${file}: 'values' ('a: b') must be an object, or a function that gives one for a cluster`,
  ],
  [
    'a misspelt field',
    { vesion: '1.2.3' },
    'unknown-key',
    `${file}: 'vesion' is an unknown key, it must be one of 'repository', 'chart', 'version', 'namespace', 'values', 'kinds', 'alsoWritesTo', 'dashboard', 'podSecurity', 'programs', 'alerts' (did you mean 'version'?)`,
  ],
  [
    'a repository with two schemes',
    { repository: 'https://http://charts.example.com' },
    'malformed',
    `${file}: 'repository' ('https://http://charts.example.com') must be an HTTPS URL of one host or a registry, such as 'https://charts.example.com' or 'oci://ghcr.io/example-org/charts'`,
  ],
  [
    'a repository with a user',
    { repository: 'https://me@charts.example.com' },
    'malformed',
    `${file}: 'repository' ('https://me@charts.example.com') must be an HTTPS URL of one host or a registry, such as 'https://charts.example.com' or 'oci://ghcr.io/example-org/charts'`,
  ],
  [
    'a kind without its group',
    { kinds: { cluster: ['ClusterRole'], namespaced: [] } },
    'malformed',
    `${file}: 'kinds.cluster[0]' ('ClusterRole') must be '<group>/<kind>', such as 'apps/Deployment' or '/Service'`,
  ],
  [
    'an unknown level of pod security',
    { podSecurity: { level: 'baselin', why: 'it needs the network of the node' } },
    'unknown-name',
    `${file}: 'podSecurity.level' ('baselin') must be one of 'restricted', 'baseline', 'privileged' (did you mean 'baseline'?)`,
  ],
  [
    'a level of pod security without a reason',
    { podSecurity: { level: 'baseline', why: '' } },
    'malformed',
    `${file}: 'podSecurity.why' ('') must be a reason of at least three words`,
  ],
  [
    'metrics that are none',
    { programs: [{ ...program, emits: 'metrics' }] },
    'wrong-type',
    `${file}: 'programs[0].emits' ('metrics') must be an object`,
  ],
  [
    'alerts that are none',
    { alerts: { Down: 'up == 0' } },
    'wrong-type',
    `${file}: 'alerts.Down' ('up == 0') must be an object`,
  ],
  ...['kube-system', 'kube-node-lease', 'kube-public', 'default', 'argocd'].map(
    namespace =>
      [
        `a chart in ${namespace}`,
        { namespace },
        'reserved',
        `${file}: 'namespace' ('${namespace}') is that of Kubernetes or Argo CD, a chart must have one of its own`,
      ] as const,
  ),
  [
    "a chart in a component's namespace",
    { namespace: 'shop-prod' },
    'reserved',
    `${file}: 'namespace' ('shop-prod') is that of component 'shop', a chart must have one of its own`,
  ],
] as const)('refuses %s', (_title, change, code, sentence) => {
  const problems = problemsOf({ keda: { ...row, ...(change as object) } });

  expect(problems.map(sentenceOf)).toEqual([sentence]);
  expect(problems[0]!.code).toBe(code);
});

test.each([
  ['that are none', () => 7 as never, 'wrong-type', '7 must be an object'],
  [
    'that cannot be told',
    (): never => {
      throw new Error('no such cluster');
    },
    'refused',
    'cannot be told (Error: no such cluster)',
  ],
])('refuses values %s on a cluster', (_title, values, code, message) => {
  const [problem, ...others] = problemsOf({ keda: { ...row, values } }, ['keda']);

  expect(problem).toEqual({ code, where: `${file}: values on cluster 'cloud'`, message });
  expect(others).toEqual([]);
});

test('refuses an operator of no row, and tells the one that was meant', () => {
  expect(problemsOf({ keda: row }, ['kead']).map(sentenceOf)).toEqual([
    "argocd/clusters.ts: 'cloud': operator 'kead' must be a row of argocd/operators.ts: 'keda' (did you mean 'keda'?)",
  ]);
});

function problemsOf(operators: Operators, running: readonly string[] = []): readonly Mistake[] {
  const all = platform({ operators, clusters: [cluster('cloud', { operators: running })] });
  return [...operatorRowProblems(all), ...operatorProblems(all)];
}
