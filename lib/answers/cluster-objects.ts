import type { Manifest } from '../model/manifest.ts';
import { guardedBesides } from '../model/sync.ts';
import { textsAt } from '../yaml/json-path.ts';
import type { Answer } from './answer.ts';

/**
 * What a cluster has once, asked for by whoever needs it: two that ask for the same object share it, and the cluster's
 * owner delivers it. A definition of a kind is guarded, because all objects of the kind would go with it.
 */
export const clusterObjects: Answer<'clusterObject'> = {
  to: 'clusterObject',
  recipient: 'cluster',
  objects: (_component, asked) => asked.map(({ what }) => guardedDefinition(what)),
};

function guardedDefinition(manifest: Manifest): Manifest {
  const { kind, metadata } = manifest;
  if (kind !== 'CustomResourceDefinition') return manifest;
  const annotations = guardedBesides(textsAt(metadata, 'annotations'), 'keepDefinition');
  return { ...manifest, metadata: { ...metadata, annotations } };
}
