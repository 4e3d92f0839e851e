import { readFileSync } from 'node:fs';
import { processSettings } from '../../lib/argocd/settings.ts';
import { headerStart } from '../../lib/kustomize/kustomize-folder.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { remoteNameOf } from '../../lib/model/secret-ref.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { manifestsOf } from '../../lib/yaml/yaml-text.ts';
import { exampleRows } from '../fixtures/example.ts';
import { platform, rows } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';
import { inFolder } from '../kustomize/kustomization.ts';
import { kustomizes } from '../kustomize/kustomize.ts';

const synthesized = new Synthesized(platform({ argoCd: exampleRows.argoCd, operators: exampleRows.operators }));
const files = synthesized.unit('argocd/bootstrap')!.files;
const text = (name: string): string => files.get(`argocd/bootstrap/${name}`)!;

test('a person applies three files, whose names are the order; values, accounts and lists lie beside them', () => {
  expect([...files.keys()].map(path => path.replace('argocd/bootstrap/', '')).sort()).toEqual([
    '1-settings.yaml',
    '2-projects.yaml',
    '3-roots.yaml',
    'access-farm.yaml',
    'argocd-values.yaml',
    'ports.txt',
    'secrets.txt',
  ]);
  for (const content of files.values()) expect(content.startsWith(`# ${headerStart}`)).toBe(true);
});

test.each([
  ['1-settings.yaml', 'argocd/settings'],
  ['2-projects.yaml', 'argocd/projects'],
  ['3-roots.yaml', 'argocd/bootstrap'],
])('%s holds the very objects of %s, so that Argo CD finds nothing to change', (name, path) => {
  expect(sorted(manifestsOf(text(name)))).toEqual(sorted(synthesized.unit(path)!.manifests));
});

test('Argo CD is installed with the values that it then keeps itself to', () => {
  const file = text('argocd-values.yaml');
  const source = at(synthesized.find('Application', 'cloud-argocd'), 'spec', 'source') as JsonMap;

  expect(at(source, 'helm', 'valuesObject')).toEqual(manifestsOf(file)[0]);
  expect(file).toContain(`argo-cd ${String(source.targetRevision)} of ${String(source.repoURL)}`);
});

test('the chart leaves to us what we say about Argo CD, and starts its programs anew when that changes', () => {
  const values = at(synthesized.find('Application', 'cloud-argocd'), 'spec', 'source', 'helm', 'valuesObject')!;

  expect(at(values, 'configs')).toEqual({ cm: { create: false }, params: { create: false }, rbac: { create: false } });
  expect(at(values, 'global', 'podAnnotations', 'plainsail.dev/settings')).toMatch(/^[0-9a-f]{16}$/);
  expect(synthesized.find('ConfigMap', 'argocd-cmd-params-cm').data).toEqual(processSettings);
});

test('all that Argo CD asks for fits beside k3s on a machine of 2 GB', () => {
  const values = at(synthesized.find('Application', 'cloud-argocd'), 'spec', 'source', 'helm', 'valuesObject')!;
  const requests = ['controller', 'repoServer', 'server', 'redis'].map(program =>
    parseInt(String(at(values, program, 'resources', 'requests', 'memory')), 10),
  );

  expect(requests.reduce((sum, mebibytes) => sum + mebibytes)).toBeLessThanOrEqual(512);
});

test('Argo CD counts children by their health, compares on the server, and never gives up a sync', () => {
  const general = synthesized.find('ConfigMap', 'argocd-cm').data as JsonMap;

  expect(general['resource.customizations.health.argoproj.io_Application']).toContain('local patience = 900');
  expect(general['application.resourceTrackingMethod']).toBe('annotation');
  expect(synthesized.find('ConfigMap', 'argocd-cmd-params-cm').data).toMatchObject({
    'controller.diff.server.side': 'true',
  });
  expect(synthesized.find('ConfigMap', 'argocd-cmd-params-cm').data).not.toHaveProperty([
    'controller.sync.timeout.seconds',
  ]);
  for (const name of ['argocd-cm', 'argocd-cmd-params-cm', 'argocd-rbac-cm']) {
    expect(at(synthesized.find('ConfigMap', name), 'metadata', 'labels', 'app.kubernetes.io/part-of')).toBe('argocd');
  }
});

test("Argo CD's namespace is never pruned, and nobody without a role may do anything", () => {
  expect(
    at(synthesized.find('Namespace', 'argocd'), 'metadata', 'annotations', 'argocd.argoproj.io/sync-options'),
  ).toBe('Prune=false,Delete=false');
  expect(synthesized.find('ConfigMap', 'argocd-rbac-cm').data).toEqual({ 'policy.default': '' });
});

test('another cluster is made known by its row, and by a token and an authority that are not in git', () => {
  const secret = synthesized.find('ExternalSecret', 'cluster-farm', 'argocd');
  const template = at(secret, 'spec', 'target', 'template') as { data: { config: string }; metadata: unknown };

  expect(template).toMatchObject({
    type: 'Opaque',
    metadata: { labels: { 'argocd.argoproj.io/secret-type': 'cluster' } },
    data: { name: 'farm', server: 'https://farm.example.ts.net:6443' },
  });
  expect(JSON.parse(template.data.config)).toEqual({
    bearerToken: '{{ .token | trim }}',
    tlsClientConfig: { caData: '{{ .ca | trim }}', serverName: 'farm.example.ts.net' },
  });
  expect(at(secret, 'spec', 'data', 1, 'remoteRef', 'key')).toBe('argocd_cluster-farm_token');
  // Nothing of the first cluster may wait for the way to another one.
  expect(at(secret, 'metadata', 'annotations', 'argocd.argoproj.io/ignore-healthcheck')).toBe('true');
});

test('with one cluster only, nothing is fetched for Argo CD', () => {
  const alone = new Synthesized(platform({ clusters: [rows().clusters[0]!] }));

  expect(alone.unit('argocd/clusters')).toBeUndefined();
  expect(alone.names('Application', 'argocd/bootstrap')).toEqual(['root-cloud', 'root-projects']);
});

test('the list of secrets says each entry, and the subject that Google grants it to', () => {
  expect(text('secrets.txt').split('\n').slice(2)).toEqual([
    'argocd_cluster-farm_ca cloud:system:serviceaccount:argocd:secret-reader',
    'argocd_cluster-farm_token cloud:system:serviceaccount:argocd:secret-reader',
    '',
  ]);
});

test('the guide names files and entries as they are, and finds the version of the chart', () => {
  const guide = readFileSync('docs/bootstrap.md', 'utf8');
  const [, pattern] = /sed -n 's\/(.*)\/\\1\/p' argocd-values\.yaml/.exec(guide)!;

  for (const path of files.keys()) {
    expect(guide).toContain(path.split('/').at(-1)!.replace('-farm.', '-edge.'));
  }
  for (const key of ['token', 'ca'])
    expect(guide).toContain(` ${remoteNameOf({ secret: 'cluster-edge', key }, ['argocd'])} `);
  expect(
    new RegExp(pattern!.replaceAll('\\(', '(').replaceAll('\\)', ')'), 'm').exec(text('argocd-values.yaml'))![1],
  ).toBe(at(synthesized.find('Application', 'cloud-argocd'), 'spec', 'source', 'targetRevision'));
});

test('no object anywhere is a Secret', () => {
  expect(synthesized.objects().filter(({ kind }) => kind === 'Secret')).toEqual([]);
});

test.each(kustomizes())('$name builds every folder that Argo CD reads into the objects of its unit', ({ build }) => {
  const units = synthesized.units.filter(({ path }) => /^(clusters|argocd)\/(?!bootstrap)/.test(path));

  inFolder(new Map(units.flatMap(unit => [...unit.files])), folder => {
    for (const { path, manifests } of units) expect(sorted(build(`${folder}/${path}`))).toEqual(sorted(manifests));
  });
});

function sorted(manifests: readonly JsonMap[]): JsonMap[] {
  const key = ({ kind, metadata }: Manifest): string => `${kind}/${String(metadata.namespace)}/${metadata.name}`;
  return [...manifests].sort((a, b) => (key(a as Manifest) < key(b as Manifest) ? -1 : 1));
}
