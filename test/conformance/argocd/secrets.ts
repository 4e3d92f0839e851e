import { join } from 'node:path';
import type { Running } from '../kubernetes/control-plane.ts';
import { externalSecrets, kindsKnown } from '../kubernetes/external-secrets.ts';
import { SecretManager } from '../kubernetes/secret-manager.ts';
import { applications } from '../platform/delivered.ts';
import { freePorts } from '../processes/ports.ts';
import type { Supervisor } from '../processes/supervisor.ts';
import type { Replacements } from './copy.ts';

/** Where the entries are that the person makes: a file each. @param folder of the delivery */
export function entriesFolder(folder: string): string {
  return join(folder, 'entries');
}

/** Starts a secret manager that has the person's entries. @returns what stands for the providers of all stores of a `dist/` */
export async function startSecretManager(dist: string, folder: string, supervisor: Supervisor): Promise<Replacements> {
  const [port = 0] = await freePorts(1);
  const manager = new SecretManager('127.0.0.1', port, entriesFolder(folder));
  supervisor.start(manager.server);
  return manager.replacements(dist);
}

/** Starts External Secrets beside each cluster that gets its chart, once Argo CD has brought its kinds. @returns their names */
export async function startExternalSecrets(
  dist: string,
  running: readonly Running[],
  supervisor: Supervisor,
): Promise<string[]> {
  const wanted = applications(dist)
    .filter(({ chart }) => chart?.name === 'external-secrets')
    .map(({ cluster }) => cluster);
  const clusters = running.filter(({ row }) => wanted.includes(row.name));
  const ports = await freePorts(clusters.length);
  await Promise.all(
    clusters.map(async (cluster, index) => {
      await kindsKnown(cluster, 300);
      supervisor.start(externalSecrets(cluster, ports[index]!));
    }),
  );
  return clusters.map(({ row }) => row.name);
}
