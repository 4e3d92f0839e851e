import type { Manifest } from '../../model/manifest.ts';
import type { JsonMap } from '../../yaml/json.ts';
import { mapAt } from '../../yaml/json-path.ts';
import type { PodMaker, Pods } from './pods.ts';

/** Pods that an operator makes of a custom resource, and that run until somebody stops them. */
export function byOperator(of: (manifest: Manifest) => readonly Pods[]): PodMaker {
  return { made: 'by-operator', serves: true, of };
}

/** A container that is known by its name, its ports, and the resources that the custom resource states for it. */
export function containerOf(name: string, stated: JsonMap, ports: Readonly<Record<string, number>>): JsonMap {
  const { image, resources } = stated;
  return {
    name,
    ...(image !== undefined && { image }),
    ...(resources !== undefined && { resources: mapAt(resources) }),
    ports: Object.entries(ports).map(([port, containerPort]) => ({ name: port, containerPort, protocol: 'TCP' })),
  };
}
