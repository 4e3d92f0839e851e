import { namespacePolicies } from '../../../lib/clusters/namespace-policies.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { inNamespace } from '../../../lib/kustomize/namespaced.ts';
import type { Unit } from '../../../lib/model/unit.ts';
import { clusterSamples, samples } from './samples.ts';
import { far, home, platform, surroundings } from './small-platform.ts';

/** What the clusters of the small world have once. */
export function clusterUnits(): Unit[] {
  return [home, far].map(cluster => {
    const namespaces = Object.keys(platform.components)
      .filter(component => surroundings.clusterOf(component) === cluster)
      .map(component => `${component}-prod`);
    const path = `clusters/${cluster.name}/foundation`;
    return {
      path,
      cluster: cluster.name,
      component: 'foundation',
      owner: 'cluster',
      stateful: false,
      wave: -5,
      manifests: [
        clusterSamples.PriorityClass,
        ...(cluster === home ? [namespaceObject('argocd')] : []),
        ...namespaces.flatMap(namespace => [
          namespaceObject(namespace),
          ...namespacePolicies(namespace, namespace === 'shop-prod' ? [samples.Ingress] : [], cluster),
          ...inNamespace([samples.ExternalSecret, secretStore], namespace),
        ]),
      ],
      sources: [path],
      files: new Map(),
      patches: 0,
    };
  });
}

function namespaceObject(name: string): Manifest {
  return { ...clusterSamples.Namespace, metadata: { ...clusterSamples.Namespace.metadata, name } };
}

const secretStore: Manifest = { ...samples.SecretStore, metadata: { name: 'secret-manager' } };
