import { groupOf, namespaceOf, titleOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { objectName } from '../judges/finding.ts';
import type { JudgeFinding } from '../judges/finding.ts';
import { until } from '../processes/until.ts';
import type { Api } from './api.ts';

/** How the objects of a cluster were received. */
export interface Sent {
  readonly accepted: number;

  readonly refusals: readonly string[];
  readonly warnings: readonly JudgeFinding[];

  /** Titles of objects of kinds that the server does not know. */
  readonly notTried: readonly string[];
}

/** Applies objects one after the other. Quotas must work before the first pod is made. */
export async function send(api: Api, objects: readonly Manifest[]): Promise<Sent> {
  const refusals: string[] = [];
  const warned: JudgeFinding[] = [];
  const notTried: string[] = [];
  for (const manifest of objects) {
    const title = `${titleOf(manifest)} in ${namespaceOf(manifest) ?? 'no namespace'}`;
    if (!(await api.knows(manifest))) {
      notTried.push(title);
      continue;
    }
    // The program behind a webhook does not run here, so with it nothing more could be made.
    const dryRun = groupOf(manifest) === 'admissionregistration.k8s.io';
    const { status, body, warnings } = await api.apply(manifest, { dryRun });
    if (status >= 300) refusals.push(`${title}: refused with ${status}: ${String(body['message'])}`);
    warned.push(
      ...warnings.map(text => ({ judge: 'kube-apiserver', check: 'warning', object: objectName(manifest), text })),
    );
    if (status < 300 && manifest.kind === 'ResourceQuota') await counted(api, manifest);
  }
  return { accepted: objects.length - notTried.length - refusals.length, refusals, warnings: warned, notTried };
}

/** A quota refuses nothing before the controller has counted what is there. */
async function counted(api: Api, quota: Manifest): Promise<void> {
  await until(`${titleOf(quota)} is counted`, {
    missing: async () => {
      const { status } = (await api.get(await api.pathOf(quota))) as { status?: { hard?: unknown } };
      return status?.hard === undefined ? 'its status' : undefined;
    },
    seconds: 30,
    every: 100,
  });
}
