import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import type { Patch } from '../../lib/kustomize/patch.ts';

/** A change that the obvious patch does not make, though Kustomize says nothing. */
export interface Trap {
  readonly number: number;
  readonly name: string;
  readonly base: Manifest;
  readonly target: Manifest;

  /** The obvious patch, which Kustomize builds into something else. */
  readonly naive: Patch;
}

const A = { name: 'A', value: '1' };
const B = { name: 'B', value: '2' };
const FROM = { name: 'A', valueFrom: { fieldRef: { fieldPath: 'x' } } };
const TCP = { containerPort: 80, protocol: 'TCP', name: 'http' };
const DNS = [{ containerPort: 53, protocol: 'UDP' }, { containerPort: 53 }] as const;
const one = { name: 'a', port: 1, tls: true };
const two = { name: 'b', port: 2, tls: false };

type Row = readonly [number: number, name: string, base: Manifest, target: Manifest, naive: JsonMap];

const rows: readonly Row[] = [
  [1, 'a port that states its protocol only in the patch', ports({ containerPort: 80 }), ports(TCP), ports(TCP)],
  [
    2,
    'two ports of one number, one without protocol, and any patch at all',
    deployment({ replicas: 1, ports: DNS }),
    deployment({ replicas: 2, ports: DNS }),
    { spec: { replicas: 2 } },
  ],
  [5, '`$patch: replace` at the root', config({ a: '1' }), config({ b: '2' }), { $patch: 'replace', data: { b: '2' } }],
  [
    6,
    '`$patch: replace` in an item of a merged list',
    container({ image: 'x', args: ['a'] }),
    container({ image: 'y' }),
    container({ $patch: 'replace', image: 'y' }),
  ],
  [7, '`$patch` in a list of a custom resource', kafka(one, two), kafka(two), kafka({ name: 'a', $patch: 'delete' })],
  [
    8,
    '`$retainKeys`',
    strategy({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } }),
    strategy({ type: 'Recreate' }),
    strategy({ $retainKeys: ['type'], type: 'Recreate' }),
  ],
  [9, 'a text in quotes that becomes a number', service('80'), service(80), service(80)],
  [10, 'a variable given twice', env(A, { ...A, value: '2' }), env(A, { ...A, value: '3' }), env({ ...A, value: '3' })],
  [11, 'a union: the old half stays', env(A), env(FROM), env(FROM)],
  [
    12,
    'the order: items of the patch come first',
    env(A, B),
    env(A, { ...B, value: '$(A)' }),
    env({ ...B, value: '$(A)' }),
  ],
  [13, '`[]` over a merged list', env(A), env(), env()],
  [
    14,
    '`{}` over a map',
    container({ resources: { limits: { cpu: '1' } } }),
    container({ resources: {} }),
    container({ resources: {} }),
  ],
  [15, 'finalizers, which only grow', finalized('a', 'b'), finalized('b'), finalized('b')],
  [16, 'a port renumbered', ports(TCP), ports({ ...TCP, containerPort: 81 }), ports({ ...TCP, containerPort: 81 })],
  [
    17,
    'one item of a list of a custom resource',
    kafka(one, two),
    kafka({ ...one, port: 3 }, two),
    kafka({ name: 'a', port: 3 }),
  ],
  [
    18,
    'a list younger than the schema of Kustomize',
    claims({ name: 'a', x: 1 }, { name: 'b', x: 1 }),
    claims({ name: 'a', x: 2 }, { name: 'b', x: 1 }),
    claims({ name: 'a', x: 2 }),
  ],
  [32, 'a selector that is merged, not replaced', budget({ a: '1' }), budget({ b: '1' }), budget({ b: '1' })],
];

/** The traps of a patch, each under a name of its own so that one build holds them all. */
export const traps: readonly Trap[] = rows.map(([number, name, base, target, naive]) => {
  const { apiVersion, kind } = base;
  const named = (map: JsonMap): Manifest => {
    const metadata = { ...(map.metadata as JsonMap | undefined), name: `trap-${number}` };
    return { ...map, apiVersion, kind, metadata };
  };
  return { number, name, base: named(base), target: named(target), naive: { form: 'strategic', body: named(naive) } };
});

function manifest(apiVersion: string, kind: string, body: JsonMap, metadata: JsonMap = {}): Manifest {
  return { apiVersion, kind, metadata: { name: 'x', ...metadata }, ...body };
}

function deployment({ replicas, ...fields }: JsonMap): Manifest {
  const template = { spec: { containers: [{ name: 'main', ...fields }] } };
  return manifest('apps/v1', 'Deployment', { spec: { ...(replicas !== undefined && { replicas }), template } });
}

function container(fields: JsonMap): Manifest {
  return deployment(fields);
}

function ports(...items: readonly Json[]): Manifest {
  return container({ ports: items });
}

function env(...items: readonly Json[]): Manifest {
  return container({ env: items });
}

function strategy(fields: JsonMap): Manifest {
  return manifest('apps/v1', 'Deployment', { spec: { strategy: fields } });
}

function claims(...resourceClaims: readonly Json[]): Manifest {
  return manifest('v1', 'Pod', { spec: { resourceClaims } });
}

function config(data: JsonMap): Manifest {
  return manifest('v1', 'ConfigMap', { data });
}

function finalized(...finalizers: readonly string[]): Manifest {
  return manifest('v1', 'ConfigMap', {}, { finalizers });
}

function kafka(...listeners: readonly Json[]): Manifest {
  return manifest('kafka.strimzi.io/v1', 'Kafka', { spec: { listeners } });
}

function service(targetPort: Json): Manifest {
  return manifest('v1', 'Service', { spec: { ports: [{ port: 80, protocol: 'TCP', targetPort }] } });
}

function budget(matchLabels: JsonMap): Manifest {
  return manifest('policy/v1', 'PodDisruptionBudget', { spec: { selector: { matchLabels } } });
}
