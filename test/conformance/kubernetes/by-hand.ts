import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { built } from '../platform/delivered.ts';
import { outcome } from '../processes/execute.ts';
import { until } from '../processes/until.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import { tool } from '../toolbox/build.ts';
import type { Running } from './control-plane.ts';
import { define } from './definitions.ts';
import { unsettled } from './settled.ts';

/**
 * One environment without Argo CD: its folders given to kubectl, as a person would do it, on a cluster that has nothing.
 * First out of order, to see what is refused; then in the order of docs/three-ways.md, in which nothing may be.
 *
 * @param dist the folder `dist`
 */
export async function appliedByHand(book: Book, cluster: Running, dist: string, environment: string): Promise<void> {
  const { name, row, api } = cluster;
  const overlays = overlaysOn(dist, row.name, environment);
  const ofCluster = join(dist, 'clusters', row.name);
  const [first] = overlays;
  if (first === undefined)
    return book.skips(`${name}: ${environment} by kubectl`, 'the cluster has no component of it');

  await book.tries(`${name}: kubectl apply -k is refused whatever has no namespace yet`, async () => {
    const refusals = await applied(cluster, first);
    const expected = refusals.filter(text => /namespaces? "?.*"? not found|no matches for kind/.test(text));
    const objects = await built(first);
    if (expected.length !== objects.length) {
      throw new Error(
        [`${expected.length} of ${objects.length} objects are refused, all must be`, ...refusals].join('\n'),
      );
    }
    return [`${objects.length} objects of ${first.slice(dist.length + 1)} refused`];
  });

  const ground = [join(ofCluster, 'foundation'), join(ofCluster, environment, 'foundation')];
  await accepted(book, cluster, 'what namespaces are made of', ground);

  const ofOperators = [join(ofCluster, 'issuers'), join(ofCluster, environment, 'secrets')].filter(folder =>
    existsSync(folder),
  );
  for (const folder of ofOperators) {
    await book.tries(
      `${name}: ${folder.slice(dist.length + 1)} is refused before its operators are there`,
      async () => {
        const refusals = await applied(cluster, folder);
        if (refusals.length === 0) throw new Error('nothing is refused, what is of a kind that is not there must be');
        return refusals;
      },
    );
  }
  if (ofOperators.length > 0) {
    await define(api, (await Promise.all(ofOperators.map(built))).flat());
    await accepted(book, cluster, 'issuers and secrets, once their kinds are there', ofOperators);
  }
  const bounds = join(ofCluster, 'operator-bounds');
  if (existsSync(bounds)) {
    for (const manifest of await built(bounds)) await api.apply(namespaceFor(manifest)); // as a chart does
    await accepted(book, cluster, 'what bounds operators, in their namespaces', [bounds]);
  }
  await accepted(book, cluster, `the overlays of ${environment}, one after the other`, overlays);
  await book.tries(`${name}: what was applied by hand is scheduled, available and bound`, async () => {
    await until(`${name} has settled`, { missing: () => unsettled(api), seconds: 120, every: 1000 });
    const pods = await api.list('/api/v1/pods');
    if (pods.length === 0) throw new Error('no pod is there, some must be');
    return [`${overlays.length} components, ${pods.length} pods`];
  });
  await accepted(
    book,
    cluster,
    'all of it again, in the reverse order',
    [...overlays, ...ofOperators, ...ground].reverse(),
  );
}

function namespaceFor(manifest: Manifest): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespaceOf(manifest)! } };
}

/** Overlays of an environment whose foundation on the cluster has their namespace, sorted. */
function overlaysOn(dist: string, cluster: string, environment: string): string[] {
  const roots = join(dist, 'argocd', 'roots', cluster);
  const here = existsSync(roots) ? readdirSync(roots) : [];
  const folder = join(dist, 'overlays', environment);
  return readdirSync(folder)
    .filter(component => here.includes(`application.${environment}-${component}.yaml`))
    .sort()
    .map(component => join(folder, component));
}

async function accepted(book: Book, cluster: Running, what: string, folders: readonly string[]): Promise<void> {
  await book.tries(`${cluster.name}: kubectl apply -k accepts ${what}`, async () => {
    const refusals: string[] = [];
    for (const folder of folders) refusals.push(...(await applied(cluster, folder)));
    demandNone(refusals, 'refusals');
    const counts = await Promise.all(folders.map(async folder => (await built(folder)).length));
    return folders.map(
      (folder, index) => `${folder.slice(folder.lastIndexOf('/dist/') + 6)}: ${counts[index]} objects`,
    );
  });
}

/** What kubectl complains of when it is given a folder, a line each. */
async function applied({ minor, kubeconfig }: Running, folder: string): Promise<string[]> {
  const { code, stderr } = await outcome(tool(`kubernetes-${minor}`, 'kubectl'), [
    `--kubeconfig=${kubeconfig}`,
    'apply',
    '--server-side',
    '--kustomize',
    folder,
  ]);
  const lines = stderr.split('\n').filter(Boolean);
  return code === 0 ? [] : lines;
}
