import { repositoryPorts } from '../../lib/clusters/repository-ports.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import type { ChartProgram } from '../../lib/model/chart-programs.ts';
import { exampleRows } from '../fixtures/example.ts';
import { platform, rows } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const { argoCd, operators } = exampleRows;
const clusters = rows().clusters.map(row =>
  row.name === 'cloud' ? { ...row, operators: ['cert-manager', 'external-secrets'] } : row,
);
const synthesized = new Synthesized(platform({ argoCd, operators, clusters }));
const spec = (name: string, namespace: string) => synthesized.find('NetworkPolicy', name, namespace)['spec'];

test('the namespaces of Argo CD and of operators deny by default, and have a quota and limits', () => {
  for (const namespace of ['argocd', 'external-secrets']) {
    expect(spec('default-deny', namespace)).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    expect(at(synthesized.find('ResourceQuota', 'quota', namespace), 'spec', 'hard', 'limits.cpu')).toBeDefined();
    expect(at(synthesized.find('LimitRange', 'limits', namespace), 'spec', 'limits', 0, 'max', 'cpu')).toBeDefined();
  }
});

test('a webhook is called by the API server of its cluster, by the addresses that it may come from', () => {
  const { apiServer, nodePortSources } = rows().clusters[0]!;
  const [webhook] = (at(spec('cert-manager-webhook', 'cert-manager')!, 'ingress') ?? []) as {
    from: { ipBlock: { cidr: string } }[];
    ports: unknown;
  }[];

  expect(webhook!.ports).toEqual([{ port: 10250, protocol: 'TCP' }]);
  expect(webhook!.from.map(({ ipBlock }) => ipBlock.cidr)).toEqual([
    ...new Set([...apiServer.cidrs, ...nodePortSources]),
  ]);
});

test('programs of one chart call each other by what the one that is called says', () => {
  const to = (name: string, port: number) => ({
    to: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': name } } }],
    ports: [{ port, protocol: 'TCP' }],
  });
  expect(at(spec('argocd-server', 'argocd')!, 'egress')).toEqual(
    expect.arrayContaining([to('argocd-repo-server', 8081), to('argocd-redis', 6379)]),
  );
  expect(at(spec('argocd-redis', 'argocd')!, 'egress')).toBeUndefined();
});

test('an operator whose row says nothing of its programs has no bounds, since they would stop it', () => {
  const { programs: _, ...silent } = operators['external-secrets']!;
  const unbounded = new Synthesized(
    platform({ argoCd, clusters, operators: { ...operators, 'external-secrets': silent } }),
  );

  expect(unbounded.names('ResourceQuota', 'clusters/cloud/operator-bounds')).toEqual(['quota']);
  expect(synthesized.names('ResourceQuota', 'clusters/cloud/operator-bounds')).toEqual(['quota', 'quota']);
});

test('repositories are reached by HTTPS, by SSH where git is, and by the port that an address says', () => {
  const portsWith = (repository: string): number[] =>
    repositoryPorts({
      ...platform({ argoCd, operators }),
      site: { ...rows().site, repository: repository as 'git@a:b' },
    });

  expect(portsWith('https://git.example.com/a.git')).toEqual([443]);
  expect(portsWith('git@git.example.com:a/b.git')).toEqual([22, 443]);
  expect(portsWith('ssh://git@git.example.com:7999/a/b.git')).toEqual([443, 7999]);
});

test.each<[string, Partial<ChartProgram>, string]>([
  ['calls nobody that is known', { calls: ['the-moon' as never] }, "'programs[0].calls[0]' ('the-moon')"],
  ['works on pods by no label', { calls: [{ pods: { 'a b': 'c' }, port: 1 }] }, "'programs[0].calls[0].pods'"],
  ['finds no pods', { labels: {} }, "'programs[0].labels' is empty, it must find the pods of 'one'"],
  [
    'answers a program that is not there',
    { answers: [{ port: 80, from: [{ program: 'two' }] }] },
    "program 'two' must be",
  ],
  ['answers on no port', { answers: [{ port: 0, from: ['monitoring'] }] }, "'programs[0].answers[0].port' (0)"],
  [
    'asks for more than it may use',
    { containers: { a: { requests: { cpu: '1' } } } },
    "'requests.cpu' (1) must not exceed",
  ],
])('a program that %s is refused', (_, change, message) => {
  const program: ChartProgram = {
    workload: 'Deployment',
    name: 'one',
    labels: { app: 'one' },
    containers: {},
    ...change,
  };
  const changed = { ...operators, 'external-secrets': { ...operators['external-secrets']!, programs: [program] } };

  expect(() => checkedPlatform(rows({ argoCd, operators: changed }), {})).toThrow(message);
});
