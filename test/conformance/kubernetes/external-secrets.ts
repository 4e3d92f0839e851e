import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from '../platform/documents.ts';
import type { Server } from '../processes/supervisor.ts';
import { until } from '../processes/until.ts';
import { tool } from '../toolbox/build.ts';
import { moduleFolder } from '../toolbox/module-folder.ts';
import type { Running } from './control-plane.ts';

/** Family of tools that this needs. */
export const family = 'external-secrets';

/**
 * The operator itself, beside a cluster, with the administrator's account. Its kinds must be known before it starts:
 * see `kindsKnown`. It leaves out those of its reconcilers whose kinds nothing here is of.
 *
 * @param metricsPort on loopback
 */
export function externalSecrets(
  { name, kubeconfig }: Pick<Running, 'name' | 'kubeconfig'>,
  metricsPort: number,
): Server {
  return {
    name: `${name}-external-secrets`,
    program: tool(family),
    args: [
      '--enable-leader-election=false',
      `--metrics-addr=127.0.0.1:${metricsPort}`,
      '--enable-cluster-external-secret-reconciler=false',
      '--enable-cluster-push-secret-reconciler=false',
      '--enable-push-secret-reconciler=false',
    ],
    env: { ...process.env, KUBECONFIG: kubeconfig },
  };
}

/** Waits until its chart has brought its kinds, and adds the one that it keeps its own state in. */
export async function kindsKnown({ api, name }: Pick<Running, 'api' | 'name'>, seconds: number): Promise<void> {
  const folder = join(
    await moduleFolder(family, 'github.com/external-secrets/external-secrets'),
    'config',
    'crds',
    'bases',
  );
  const state = join(folder, 'generators.external-secrets.io_generatorstates.yaml');
  for (const definition of documents(readFileSync(state, 'utf8'))) {
    const { status, body } = await api.apply(definition);
    if (status >= 300) throw new Error(`${definition.metadata.name}: ${String(body['message'])}`);
  }
  const lists = ['external-secrets.io/v1/clustersecretstores', 'external-secrets.io/v1/externalsecrets'];
  await until(`the kinds of External Secrets are known to ${name}`, {
    seconds,
    missing: async () => {
      for (const list of [...lists, 'generators.external-secrets.io/v1alpha1/generatorstates']) {
        if ((await api.send('GET', `/apis/${list}`)).status !== 200) return list;
      }
      return undefined;
    },
  });
}
