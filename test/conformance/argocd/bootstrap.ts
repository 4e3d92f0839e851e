import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Running } from '../kubernetes/control-plane.ts';
import { execute } from '../processes/execute.ts';
import type { Supervisor } from '../processes/supervisor.ts';
import { tool } from '../toolbox/build.ts';
import type { Authority } from '../kubernetes/authority.ts';
import { encoded } from '../kubernetes/authority.ts';
import { startArgocd } from './programs.ts';

/** Where the bootstrap happens. */
export interface Site {
  /** The checkout, with its `dist/`. */
  readonly checkout: string;
  readonly home: Running;

  /** Every other cluster. */
  readonly others: readonly Running[];
  readonly supervisor: Supervisor;

  /** Folder of the run. */
  readonly folder: string;
}

/**
 * What docs/bootstrap.md tells a person to do, with the same files in the same order. In place of Secret Manager there
 * is a file, in place of operators there are stand-ins, and Argo CD's programs run beside the cluster.
 */
export async function bootstrap(site: Site): Promise<void> {
  const { home, folder, supervisor, checkout } = site;
  const files = join(checkout, 'dist', 'argocd', 'bootstrap');
  const entries = await entriesFor(site, join(files, 'secrets.txt'));
  for (const cluster of [home, ...site.others]) startStandIns(cluster, entries, site);

  await kubectl(home, 'apply', '--server-side', '-f', join(files, '1-settings.yaml'));
  const values = join(files, 'argocd-values.yaml');
  const { repository, version } = chartNamed(readFileSync(values, 'utf8'));
  mkdirSync(join(folder, 'helm'), { recursive: true });
  await execute(tool('helm'), [
    'install', 'argocd', 'argo-cd', '--repo', repository, '--version', version,
    '--namespace', 'argocd', '--values', values, '--wait', '--kubeconfig', home.kubeconfig,
  ], { env: { ...process.env, HOME: join(folder, 'helm') } });
  await startArgocd(home, folder, supervisor);
  await kubectl(home, 'apply', '--server-side', '--field-manager=argocd-server', '-f', openProject(folder));

  await kubectl(home, 'apply', '--server-side', '--force-conflicts', '-f', join(files, '2-projects.yaml'));
  await kubectl(home, 'apply', '--server-side', '-f', join(files, '3-roots.yaml'));
}

/** Runs the kubectl of a cluster's own version against it. */
export function kubectl({ minor, kubeconfig }: Running, ...args: readonly string[]): Promise<string> {
  return execute(tool(`kubernetes-${minor}`, 'kubectl'), [...args, '--kubeconfig', kubeconfig]);
}

/** The value of every entry of the list: those that lead to the other clusters are real. */
async function entriesFor({ others }: Site, list: string): Promise<Record<string, string>> {
  const names = readFileSync(list, 'utf8').split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const entries = Object.fromEntries(names.map(line => [line.split(' ')[0]!, randomBytes(12).toString('hex')]));
  for (const cluster of others) {
    const { name } = cluster.row;
    await kubectl(cluster, '-n', 'kube-system', 'create', 'serviceaccount', 'argocd-manager');
    await kubectl(
      cluster, 'create', 'clusterrolebinding', 'argocd-manager',
      '--clusterrole=cluster-admin', '--serviceaccount=kube-system:argocd-manager',
    );
    const token = await kubectl(cluster, '-n', 'kube-system', 'create', 'token', 'argocd-manager', '--duration=24h');
    entries[`argocd-cluster-${name}-token`] = token;
    entries[`argocd-cluster-${name}-ca`] = encoded(cluster.authority.ca);
  }
  return entries;
}

function startStandIns({ name, api, authority }: Running, entries: Record<string, string>, { supervisor, folder }: Site): void {
  const orders: { url: string; authority: Authority; entries: Record<string, string> } = { url: api.url, authority, entries };
  const file = join(folder, name, 'orders.json');
  writeFileSync(file, JSON.stringify(orders), { mode: 0o600 });
  supervisor.start({
    name: `${name}-stand-ins`,
    program: process.execPath,
    args: ['--import', 'tsx', join(import.meta.dirname, '..', 'kubernetes', 'stand-ins.ts'), file],
  });
}

/** The first lines of the values say which chart they are for. */
function chartNamed(values: string): { repository: string; version: string } {
  const [, version, repository] = /^# Values of the chart argo-cd (\S+) of (\S+):/m.exec(values) ?? [];
  if (!version || !repository) throw new Error('argocd-values.yaml: does not say its chart, must say it');
  parse(values);
  return { repository, version };
}

/** The project that Argo CD's server makes for itself, before anyone can say what it may. */
function openProject(folder: string): string {
  const file = join(folder, 'default-project.json');
  writeFileSync(file, JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'default', namespace: 'argocd' },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ server: '*', namespace: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  }));
  return file;
}
