import type { Keys } from '../../kinds/made.ts';
import { namespaceOf } from '../../model/manifest.ts';
import type { World } from '../world.ts';

/** Entries of everything that has entries, by `<cluster> <group>/<kind>/<namespace>/<name>`. */
export function entries(world: World): ReadonlyMap<string, Keys> {
  const makers = world.kinds.namesOf(({ makes }) => makes !== undefined);
  return new Map([
    ...namespacesOfCharts(world),
    ...world
      .subjects(makers)
      .flatMap(({ manifest, unit }) =>
        world.kinds.kindOf(manifest)!.makes!(manifest).map(({ kind, name, keys }): [string, Keys] => [
          `${unit.cluster} ${kind}/${namespaceOf(manifest) ?? ''}/${name}`,
          keys,
        ]),
      ),
  ]);
}

/** Argo CD makes the namespace of an operator together with its chart. */
function namespacesOfCharts({ facts: { platform } }: World): [string, Keys][] {
  return platform.clusters.flatMap(({ name, operators }) =>
    operators.flatMap((operator): [string, Keys][] => {
      const namespace = platform.operators[operator]?.namespace;
      return namespace === undefined ? [] : [[`${name} /Namespace//${namespace}`, undefined]];
    }),
  );
}

// What every cluster has without anybody rendering it.
const given: readonly RegExp[] = [
  /^\/Namespace\/\/(default|kube-system)$/,
  /^\/ConfigMap\/[^/]+\/kube-root-ca\.crt$/,
  /^\/ServiceAccount\/[^/]+\/default$/,
  /^scheduling\.k8s\.io\/PriorityClass\/\/system-(node|cluster)-critical$/,
  /^rbac\.authorization\.k8s\.io\/ClusterRole\/\/(cluster-admin|admin|edit|view|system:.+)$/,
];

/** Whether every cluster has an object, known by its identity. */
export function isGiven(identity: string): boolean {
  return given.some(pattern => pattern.test(identity));
}
