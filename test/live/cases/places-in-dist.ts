import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { componentLabel } from '../../../lib/model/labels.ts';
import { textsAt } from '../../../lib/yaml/json-path.ts';
import { repository } from '../../conformance/places.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';

/** A Deployment that runs. */
interface Running {
  readonly cluster: LiveCluster;
  readonly namespace: string;
  readonly name: string;
}

/** The base's file of a Deployment, from the root of the repository. */
export async function baseFileOf(running: Running): Promise<string> {
  return `dist/base/${await componentOf(running)}/deployment.${running.name}.yaml`;
}

/** The folder of its overlay, from the root of the repository. */
export async function overlayOf(running: Running): Promise<string> {
  const component = await componentOf(running);
  const folders = readdirSync(join(repository, 'dist/overlays')).map(name => `dist/overlays/${name}/${component}`);
  const found = folders.find(folder => isOf(running.namespace, join(repository, folder, 'kustomization.yaml')));
  if (found === undefined)
    throw new Error(`dist/overlays: has no '${component}' in ${running.namespace}, must have it`);
  return found;
}

function isOf(namespace: string, kustomization: string): boolean {
  return readFileSync(kustomization, 'utf8').split('\n').includes(`namespace: ${namespace}`);
}

async function componentOf({ cluster, namespace, name }: Running): Promise<string> {
  const deployment = await cluster.api.get(`/apis/apps/v1/namespaces/${namespace}/deployments/${name}`);
  return textsAt(deployment, 'metadata', 'labels')[componentLabel] ?? '';
}
