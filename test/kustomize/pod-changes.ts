import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import type { Change } from './patch-cases.ts';

const A = { name: 'A', value: '1' };
const B = { name: 'B', value: '2' };
const C = { name: 'C', value: '$(A)' };
const FROM = { name: 'A', valueFrom: { fieldRef: { fieldPath: 'x' } } };
const HTTP = { containerPort: 80, protocol: 'TCP', name: 'http' };
const BARE = { containerPort: 80 };
const OTHER = { containerPort: 81 };
const main = { name: 'main', image: 'x/y:1.0.0', args: ['--a'] };
const sidecar = { name: 'sidecar', image: 'x/z:1.0.0' };
const rolling = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } };

/** What environments change in a workload. */
export const podChanges: readonly Change[] = [
  ['a number', deployment({ replicas: 1 }), deployment({ replicas: 3 }), 'strategic'],
  ['a field added', deployment({ paused: true }), deployment({ paused: true, replicas: 3 }), 'strategic'],
  ['a field removed', deployment({ paused: true, replicas: 3 }), deployment({ paused: true }), 'strategic'],
  ['a strategy', deployment({ strategy: rolling }), deployment({ strategy: { type: 'Recreate' } }), 'strategic'],

  ['an image', container({}), container({ image: 'x/y:1.1.0' }), 'strategic'],
  ['arguments', container({}), container({ args: ['--b', '--a'] }), 'strategic'],
  ['arguments emptied', container({}), container({ args: [] }), 'strategic'],
  ['a probe of another kind', probe({ httpGet: { port: 80 } }), probe({ exec: { command: ['x'] } }), 'strategic'],
  ['a mount changed', mounts({ mountPath: '/a', name: 'v' }), mounts({ mountPath: '/a', name: 'w' }), 'strategic'],
  ['a mount at another path', mounts({ mountPath: '/a' }), mounts({ mountPath: '/b' }), 'json6902'],
  ['a number that becomes a text', limit(1), limit('1'), 'json6902'],
  ['a text that becomes a number', limit('1'), limit(1), 'json6902'],

  ['a sidecar added behind', containers(main), containers(main, sidecar), 'strategic'],
  ['a sidecar added in front', containers(main), containers(sidecar, main), 'strategic'],
  ['a sidecar removed', containers(main, sidecar), containers(main), 'json6902'],

  ['a variable changed', env(A, B), env(A, { ...B, value: '3' }), 'strategic'],
  ['a variable added behind', env(A, B), env(A, B, C), 'strategic'],
  ['a variable added in front', env(A, B), env(C, A, B), 'strategic'],
  ['a variable added between', env(A, B), env(A, C, B), 'strategic'],
  ['variables moved', env(A, B, C), env(C, A, B), 'strategic'],
  ['variables swapped', env(A, B), env(B, A), 'strategic'],
  ['variables moved and changed', env(A, B, C), env(C, { ...A, value: '9' }, B), 'strategic'],
  ['a variable removed', env(A, B), env(A), 'json6902'],
  ['all variables removed', env(A, B), containers(main, sidecar), 'strategic'],
  ['a list of variables emptied', env(A), env(), 'json6902'],
  ['an empty list of variables filled', env(), env(A), 'strategic'],
  ['the first variable', containers(main, sidecar), env(A), 'strategic'],
  ['a value from elsewhere', env(A), env(FROM), 'strategic'],
  ['a variable given twice', env(A, { ...A, value: '2' }), env(A, { ...A, value: '3' }), 'json6902'],
  ['a variable without a name', env({ name: '', value: '1' }, A), env({ name: '', value: '2' }, A), 'json6902'],
  ['a number beside a variable given twice', twice({ replicas: 1 }), twice({ replicas: 2 }), 'json6902'],

  ['a port renamed', ports(HTTP), ports({ ...HTTP, name: 'web' }), 'strategic'],
  ['a port renumbered', ports(HTTP), ports({ ...HTTP, containerPort: 81 }), 'json6902'],
  ['a port without protocol', ports(BARE), ports({ ...BARE, name: 'web' }), 'strategic'],
  ['an image beside a port without protocol', ports(BARE), container({ ports: [BARE], image: 'y' }), 'strategic'],
  ['a second port without protocol', ports(BARE), ports(OTHER, BARE), 'strategic'],
  ['a second port, the only one with a protocol', ports(OTHER), ports(HTTP, OTHER), 'strategic'],
  [
    'an image beside ports of one number',
    ports(HTTP, BARE),
    container({ ports: [HTTP, BARE], image: 'y' }),
    'json6902',
  ],
  ['a port that gets a protocol', ports(BARE), ports(HTTP), 'json6902'],

  ['a volume of another kind', volume({ emptyDir: {} }), volume({ hostPath: { path: '/x' } }), 'strategic'],
  ['an empty volume', pod({}), volume({ emptyDir: {} }), 'strategic'],
  ['tolerations', pod({ tolerations: [{ key: 'a' }] }), pod({ tolerations: [{ key: 'b' }, {}] }), 'strategic'],
  ['a constraint changed', constraints(['a', 1], ['b', 1]), constraints(['a', 1], ['b', 2]), 'strategic'],
  ['constraints swapped', constraints(['a', 1], ['b', 1]), constraints(['b', 1], ['a', 1]), 'json6902'],
  ['pull secrets', pulled('a'), pulled('a', 'b'), 'strategic'],
  ['host aliases', aliases('a'), aliases('b'), 'strategic'],
  ['a map emptied', pod({ securityContext: { fsGroup: 1 } }), pod({ securityContext: {} }), 'json6902'],
  ['an empty map filled', pod({ securityContext: {} }), pod({ securityContext: { fsGroup: 1 } }), 'strategic'],
];

function deployment(spec: JsonMap): JsonMap {
  return { spec };
}

function pod(spec: JsonMap): JsonMap {
  return deployment({ template: { spec } });
}

function containers(...items: readonly Json[]): JsonMap {
  return pod({ containers: items });
}

function container(fields: JsonMap): JsonMap {
  return containers({ ...main, ...fields }, sidecar);
}

function env(...items: readonly Json[]): JsonMap {
  return container({ env: items });
}

function twice(spec: JsonMap): JsonMap {
  return deployment({ ...spec, template: { spec: { containers: [{ ...main, env: [A, { ...A, value: '2' }] }] } } });
}

function ports(...items: readonly Json[]): JsonMap {
  return container({ ports: items });
}

function mounts(...items: readonly Json[]): JsonMap {
  return container({ volumeMounts: items });
}

function probe(readinessProbe: JsonMap): JsonMap {
  return container({ readinessProbe });
}

function limit(cpu: Json): JsonMap {
  return container({ resources: { limits: { cpu } } });
}

function volume(source: JsonMap): JsonMap {
  return pod({ volumes: [{ name: 'v', ...source }] });
}

function constraints(...items: readonly (readonly [string, number])[]): JsonMap {
  const whenUnsatisfiable = 'DoNotSchedule';
  return pod({
    topologySpreadConstraints: items.map(([topologyKey, maxSkew]) => ({ topologyKey, whenUnsatisfiable, maxSkew })),
  });
}

function pulled(...names: readonly string[]): JsonMap {
  return pod({ imagePullSecrets: names.map(name => ({ name })) });
}

function aliases(hostname: string): JsonMap {
  return pod({ hostAliases: [{ ip: '127.0.0.1', hostnames: [hostname] }] });
}
