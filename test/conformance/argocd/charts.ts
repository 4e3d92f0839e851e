import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { requiredDefinitions } from '../kubernetes/definitions.ts';
import { starter } from '../places.ts';
import { applications } from '../platform/delivered.ts';
import type { Chart } from '../platform/delivered.ts';
import { execute } from '../processes/execute.ts';
import { freePorts } from '../processes/ports.ts';
import type { Supervisor } from '../processes/supervisor.ts';
import { tool } from '../toolbox/build.ts';

/** API groups that each chart brings. */
const groupsOf: Readonly<Record<string, readonly string[]>> = {
  'argo-cd': ['argoproj.io'],
  'cert-manager': ['cert-manager.io', 'acme.cert-manager.io'],
  'external-secrets': ['external-secrets.io'],
};

/**
 * Serves a stand-in for every chart of a `dist/`: same name and version, the real definitions of its kinds, and a
 * ServiceAccount that carries the values it was given.
 *
 * @returns the address that stands for each chart repository
 */
export async function serveCharts(dist: string, folder: string, supervisor: Supervisor): Promise<Map<string, string>> {
  const [port = 0] = await freePorts(1);
  const charts = applications(dist)
    .map(({ chart }) => chart)
    .filter(chart => chart !== undefined);
  const places = new Map(
    [...new Set(charts.map(({ repository }) => repository))].map((repository, index) => [
      repository,
      `repository-${index}`,
    ]),
  );
  for (const chart of charts) await packed(chart, join(folder, 'charts', places.get(chart.repository)!), folder);
  for (const place of places.values()) {
    await execute(tool('helm'), ['repo', 'index', join(folder, 'charts', place)]);
  }
  supervisor.start({
    name: 'charts',
    program: process.execPath,
    args: [starter, join(import.meta.dirname, 'chart-server.ts'), join(folder, 'charts'), String(port)],
  });
  return new Map([...places].map(([repository, place]) => [repository, `http://127.0.0.1:${port}/${place}`]));
}

async function packed({ name, version }: Chart, to: string, folder: string): Promise<void> {
  const source = join(folder, 'chart-sources', name);
  mkdirSync(join(source, 'templates'), { recursive: true });
  mkdirSync(join(source, 'crds'), { recursive: true });
  mkdirSync(to, { recursive: true });
  writeFileSync(join(source, 'Chart.yaml'), stringify({ apiVersion: 'v2', name, version }));
  const definitions = await requiredDefinitions(groupsOf[name] ?? []);
  for (const file of definitions) cpSync(file, join(source, 'crds', basename(file)));
  writeFileSync(
    join(source, 'templates', 'values.yaml'),
    [
      'apiVersion: v1',
      'kind: ServiceAccount',
      'metadata:',
      '  name: {{ .Release.Name }}-stand-in',
      '  namespace: {{ .Release.Namespace }}',
      '  annotations:',
      '    values: {{ .Values | toJson | quote }}',
      '',
    ].join('\n'),
  );
  if (name === 'argo-cd') {
    const text = ownObjects.map(object => stringify(object)).join('---\n');
    writeFileSync(join(source, 'templates', 'own.yaml'), text);
  }
  await execute(tool('helm'), ['package', source, '--destination', to]);
}

/** What the programs of Argo CD want to find besides what `dist/` gives them; the real chart makes it, too. */
const ownObjects = [
  ...['argocd-ssh-known-hosts-cm', 'argocd-tls-certs-cm', 'argocd-gpg-keys-cm'].map(name => own('ConfigMap', name, {})),
  own('Secret', 'argocd-secret', { data: { 'server.secretkey': Buffer.from('no-secret').toString('base64') } }),
];

function own(kind: string, name: string, rest: JsonMap): JsonMap {
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'argocd' };
  return { apiVersion: 'v1', kind, metadata: { name, namespace: 'argocd', labels }, ...rest };
}
