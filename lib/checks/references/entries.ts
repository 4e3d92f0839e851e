import { namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import { at, listAt, mapAt, textAt } from '../json-path.ts';
import type { World } from '../world.ts';

/** Keys of an object's entries; undefined where they are not known from the manifests. */
export type Keys = ReadonlySet<string> | undefined;

/** Entries of everything that has entries, by `<cluster> <group>/<kind>/<namespace>/<name>`. */
export function entries(world: World): ReadonlyMap<string, Keys> {
  const makers = world.subjects(['ConfigMap', 'ExternalSecret', 'Certificate', 'Ingress']);
  return new Map(
    makers.flatMap(({ manifest, unit }) =>
      madeBy(manifest).map(([kind, name, keys]): [string, Keys] => [
        `${unit.cluster} ${kind}/${namespaceOf(manifest) ?? ''}/${name}`,
        keys,
      ]),
    ),
  );
}

type Made = readonly [kind: string, name: string, keys: Keys];

/** What has entries: a ConfigMap, or a Secret, which is never rendered but made by an operator. */
function madeBy(manifest: Manifest): Made[] {
  switch (manifest.kind) {
    case 'ConfigMap':
      return [
        [
          '/ConfigMap',
          manifest.metadata.name,
          new Set([...Object.keys(mapAt(manifest, 'data')), ...Object.keys(mapAt(manifest, 'binaryData'))]),
        ],
      ];
    case 'ExternalSecret':
      return [
        ['/Secret', textAt(manifest, 'spec', 'target', 'name') ?? manifest.metadata.name, externalKeys(manifest)],
      ];
    case 'Certificate':
      return [['/Secret', textAt(manifest, 'spec', 'secretName') ?? '', certificateKeys]];
    default:
      return listAt(manifest, 'spec', 'tls').map(tls => ['/Secret', textAt(tls, 'secretName') ?? '', certificateKeys]);
  }
}

const certificateKeys: Keys = new Set(['tls.crt', 'tls.key', 'ca.crt']);

/** A template makes the entries where there is one; what is fetched whole is not known here. */
function externalKeys({ spec }: Manifest): Keys {
  const whole = [...listAt(spec, 'dataFrom'), ...listAt(spec, 'target', 'template', 'templateFrom')];
  if (whole.length > 0) return undefined;
  const template = at(spec, 'target', 'template', 'data');
  if (template !== undefined) return new Set(Object.keys(mapAt(template)));
  return new Set(listAt(spec, 'data').map(entry => textAt(entry, 'secretKey') ?? ''));
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
