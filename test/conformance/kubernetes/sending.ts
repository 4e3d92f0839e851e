import { namespaceOf, titleOf } from '../../../lib/synth/manifest.ts';
import type { Manifest } from '../../../lib/synth/manifest.ts';
import { until } from '../processes/until.ts';
import type { Api } from './api.ts';

/** How the objects of a cluster were received. */
export interface Sent {
  readonly accepted: number;

  /** Refusals and warnings. */
  readonly complaints: readonly string[];

  /** Titles of objects of kinds that the server does not know. */
  readonly notTried: readonly string[];
}

/** Applies objects one after the other. Quotas must work before the first pod is made. */
export async function send(api: Api, objects: readonly Manifest[]): Promise<Sent> {
  const complaints: string[] = [];
  const notTried: string[] = [];
  for (const manifest of objects) {
    const title = `${titleOf(manifest)} in ${namespaceOf(manifest) ?? 'no namespace'}`;
    if (!await api.knows(manifest)) {
      notTried.push(title);
      continue;
    }
    const { status, body, warnings } = await api.apply(manifest);
    if (status >= 300) complaints.push(`${title}: refused with ${status}: ${String(body['message'])}`);
    complaints.push(...warnings.map(warning => `${title}: warning: ${warning}`));
    if (status < 300 && manifest.kind === 'ResourceQuota') await counted(api, manifest);
  }
  return { accepted: objects.length - notTried.length, complaints, notTried };
}

/** A quota refuses nothing before the controller has counted what is there. */
async function counted(api: Api, quota: Manifest): Promise<void> {
  await until(`${titleOf(quota)} is counted`, {
    missing: async () => {
      const { status } = await api.get(await api.pathOf(quota)) as { status?: { hard?: unknown } };
      return status?.hard === undefined ? 'its status' : undefined;
    },
    seconds: 30,
    every: 100,
  });
}
