import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../../../lib/model/cluster.ts';
import { namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { listAt, mapAt } from '../../../lib/yaml/json-path.ts';
import { applications, built } from './delivered.ts';
import type { Delivered } from './delivered.ts';
import { documents } from './documents.ts';
import { ownKinds } from './own-kinds.ts';

/**
 * What one cluster receives, in the order in which it does: what a person applies, then wave by wave what each
 * Application delivers. Of charts only the namespaces are among it, which Argo CD makes for them.
 *
 * @param dist the folder `dist`
 */
export async function objectsOf(dist: string, { name, argocdName }: Cluster): Promise<Manifest[]> {
  const objects = argocdName === 'in-cluster' ? await ownObjects(dist) : [];
  for (const application of applications(dist).filter(({ cluster }) => cluster === name)) {
    const { path, namespace } = application;
    if (path === undefined) objects.push(...madeNamespace(application));
    else objects.push(...(await built(join(dist, '..', path))).map(manifest => placed(manifest, namespace)));
  }
  return objects;
}

/** The namespace that an Application lets Argo CD make. */
function madeNamespace({ namespace, manifest }: Delivered): Manifest[] {
  const policy = mapAt(manifest, 'spec', 'syncPolicy');
  if (!listAt(policy, 'syncOptions').includes('CreateNamespace=true')) return [];
  const metadata = { ...mapAt(policy, 'managedNamespaceMetadata'), name: namespace };
  return [{ apiVersion: 'v1', kind: 'Namespace', metadata }];
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
