import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../../../lib/model/cluster.ts';
import { namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { applications, built } from './delivered.ts';
import { documents } from './documents.ts';
import { ownKinds } from './own-kinds.ts';

/**
 * What one cluster receives, in the order in which it does: what a person applies, then wave by wave what each
 * Application delivers. Charts are not among it.
 *
 * @param dist the folder `dist`
 */
export async function objectsOf(dist: string, { name, argocdName }: Cluster): Promise<Manifest[]> {
  const objects = argocdName === 'in-cluster' ? await ownObjects(dist) : [];
  for (const { cluster, path, namespace } of applications(dist)) {
    if (cluster !== name || path === undefined) continue;
    const folder = join(dist, '..', path);
    objects.push(...(await built(folder)).map(manifest => placed(manifest, namespace)));
  }
  return objects;
}

/** What the first cluster has because Argo CD runs on it. */
async function ownObjects(dist: string): Promise<Manifest[]> {
  const folder = join(dist, 'argocd', 'bootstrap');
  const byHand = readdirSync(folder)
    .filter(file => /^\d.*\.yaml$/.test(file))
    .sort();
  const roots = readdirSync(join(dist, 'argocd', 'roots'));
  return [
    ...byHand.flatMap(file => documents(readFileSync(join(folder, file), 'utf8'))),
    ...(await built(join(dist, 'argocd', 'projects'))),
    ...(await Promise.all(roots.map(root => built(join(dist, 'argocd', 'roots', root))))).flat(),
  ];
}

/** As Argo CD does it: an object that does not say its namespace goes where its Application says. */
function placed(manifest: Manifest, namespace: string): Manifest {
  if (namespaceOf(manifest) !== undefined || ownKinds.isClusterScoped(manifest)) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, namespace } };
}
