import type { IConstruct } from 'constructs';
import type { Manifest } from '../model/manifest.ts';
import { ask } from './component-chart.ts';

/**
 * Asks for an object that a cluster has once: a StorageClass, a ClusterRole, a definition. The cluster's owner delivers
 * it; all who ask for one of the same kind and name must ask for the same.
 */
export function clusterObject(scope: IConstruct, manifest: Manifest): void {
  ask(scope, 'clusterObject', manifest);
}
