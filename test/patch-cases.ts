import type { Json, JsonMap, Manifest } from '../lib/synth/manifest.ts';
import type { Patch } from '../lib/synth/patch.ts';

/** A change that an environment may make, and the form of patch that carries it. */
export interface PatchCase {
  readonly name: string;
  readonly base: Manifest;
  readonly target: Manifest;
  readonly form: Patch['form'];
}

const A = { name: 'A', value: '1' };
const B = { name: 'B', value: '2' };
const C = { name: 'C', value: '$(A)' };
const HTTP = { containerPort: 80, protocol: 'TCP', name: 'http' };
const DNS = [{ port: 53, protocol: 'TCP', name: 'tcp' }, { port: 53, protocol: 'UDP', name: 'udp' }] as const;
const main = { name: 'main', image: 'x/y:1.0.0', args: ['--a'], env: [A, B], ports: [HTTP] };
const sidecar = { name: 'sidecar', image: 'x/z:1.0.0' };

/** Rows of one kind of object: what differs, its body before and after, and the form. */
type Rows = readonly (readonly [name: string, base: JsonMap, target: JsonMap, form: Patch['form']])[];

const pods: Rows = [
  ['a number', pod({}, { replicas: 1 }), pod({}, { replicas: 3 }), 'strategic'],
  ['a field added', pod({}), pod({}, { replicas: 3 }), 'strategic'],
  ['a field removed', pod({}, { replicas: 1 }), pod({}), 'strategic'],
  ['an image', pod({ containers: [main] }), pod({ containers: [{ ...main, image: 'x/y:1.1.0' }] }), 'strategic'],
  ['a variable changed', withEnv([A, B]), withEnv([A, { ...B, value: '3' }]), 'strategic'],
  ['a variable added behind', withEnv([A, B]), withEnv([A, B, C]), 'strategic'],
  ['a variable added in front', withEnv([A, B]), withEnv([C, A, B]), 'strategic'],
  ['a variable added between', withEnv([A, B]), withEnv([A, C, B]), 'strategic'],
  ['variables moved', withEnv([A, B, C]), withEnv([C, A, B]), 'strategic'],
  ['variables swapped', withEnv([A, B]), withEnv([B, A]), 'strategic'],
  ['a variable removed', withEnv([A, B]), withEnv([A]), 'json6902'],
  ['all variables removed', withEnv([A, B]), pod({ containers: [without(main, 'env'), sidecar] }), 'strategic'],
  ['a list of variables emptied', withEnv([A]), withEnv([]), 'json6902'],
  ['the first variable', pod({ containers: [without(main, 'env')] }), withEnv([A]), 'strategic'],
  ['a value from elsewhere', withEnv([A]), withEnv([{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'x' } } }]), 'strategic'],
  ['a variable given twice', withEnv([A, { ...A, value: '2' }]), withEnv([A, { ...A, value: '3' }]), 'json6902'],
  ['a sidecar added', pod({ containers: [main] }), pod({ containers: [main, sidecar] }), 'strategic'],
  ['a sidecar in front', pod({ containers: [main] }), pod({ containers: [sidecar, main] }), 'strategic'],
  ['a sidecar removed', pod({ containers: [main, sidecar] }), pod({ containers: [main] }), 'json6902'],
  ['arguments', pod({ containers: [main] }), pod({ containers: [{ ...main, args: ['--b', '--a'] }] }), 'strategic'],
  ['arguments emptied', pod({ containers: [main] }), pod({ containers: [{ ...main, args: [] }] }), 'strategic'],
  ['a port renamed', withPorts([HTTP]), withPorts([{ ...HTTP, name: 'web' }]), 'strategic'],
  ['a port renumbered', withPorts([HTTP]), withPorts([{ ...HTTP, containerPort: 81 }]), 'json6902'],
  ['a port without protocol', withPorts([{ containerPort: 80 }]), withPorts([{ containerPort: 80, name: 'web' }]), 'json6902'],
  ['a probe of another kind', probe({ httpGet: { path: '/', port: 80 } }), probe({ exec: { command: ['x'] } }), 'strategic'],
  ['a volume of another kind', pod({ volumes: [{ name: 'v', emptyDir: {} }] }),
    pod({ volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'c' } }] }), 'strategic'],
  ['a mount at another path', mounted('/a'), mounted('/b'), 'json6902'],
  ['a strategy', pod({}, { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } }),
    pod({}, { strategy: { type: 'Recreate' } }), 'strategic'],
  ['tolerations', pod({ tolerations: [{ key: 'a' }] }), pod({ tolerations: [{ key: 'b' }, { key: 'a' }] }), 'strategic'],
  ['constraints', pod({ topologySpreadConstraints: [spread('a', 1), spread('b', 1)] }),
    pod({ topologySpreadConstraints: [spread('a', 1), spread('b', 2)] }), 'strategic'],
  ['constraints swapped', pod({ topologySpreadConstraints: [spread('a', 1), spread('b', 1)] }),
    pod({ topologySpreadConstraints: [spread('b', 1), spread('a', 1)] }), 'json6902'],
  ['pull secrets', pod({ imagePullSecrets: [{ name: 'a' }] }), pod({ imagePullSecrets: [{ name: 'a' }, { name: 'b' }] }), 'strategic'],
  ['host aliases', pod({ hostAliases: [{ ip: '1', hostnames: ['a'] }] }), pod({ hostAliases: [{ ip: '1', hostnames: ['b'] }] }), 'strategic'],
  ['a map emptied', pod({ securityContext: { fsGroup: 1 } }), pod({ securityContext: {} }), 'json6902'],
  ['an empty map filled', pod({ securityContext: {} }), pod({ securityContext: { fsGroup: 1 } }), 'strategic'],
  ['a number that becomes a text', limit(1), limit('1'), 'json6902'],
  ['a text that becomes a number', limit('1'), limit(1), 'json6902'],
  ['a list that becomes a map', pod({ x: [1] }), pod({ x: { a: 1 } }), 'json6902'],
];

const others: readonly (readonly [...Rows[number], apiVersion: string, kind: string])[] = [
  ['Service: a port changed', { spec: { ports: DNS } }, { spec: { ports: [DNS[0], { ...DNS[1], targetPort: 'x' }] } }, 'strategic', 'v1', 'Service'],
  ['Service: a port added in front', { spec: { ports: [DNS[0]] } }, { spec: { ports: [DNS[1], DNS[0]] } }, 'strategic', 'v1', 'Service'],
  ['Service: a port added behind', { spec: { ports: [DNS[0]] } }, { spec: { ports: DNS } }, 'json6902', 'v1', 'Service'],
  ['Service of Knative', { spec: { ports: DNS } }, { spec: { ports: [DNS[1]] } }, 'strategic', 'serving.knative.dev/v1', 'Service'],
  ['ConfigMap: lines', { data: { a: 'x\ny\n' } }, { data: { a: 'x\nz\n', '.env': 'A=1' } }, 'strategic', 'v1', 'ConfigMap'],
  ['ConfigMap: lines that become one behind a tab', { data: { a: 'x\ny\n' } }, { data: { a: '\tx' } }, 'json6902', 'v1', 'ConfigMap'],
  ['ConfigMap: a text that gets a tab', { data: { a: 'x' } }, { data: { a: '\tx' } }, 'strategic', 'v1', 'ConfigMap'],
  ['ConfigMap: an empty key', { data: { '': '1', a: '1' } }, { data: { '': '1', a: '2' } }, 'json6902', 'v1', 'ConfigMap'],
  ['ConfigMap: finalizers that are no texts', { data: { a: '1' }, metadata: { finalizers: [1] } }, { data: { a: '2' }, metadata: { finalizers: [1] } },
    'json6902', 'v1', 'ConfigMap'],
  ['ConfigMap: a key like a number', { data: { a: '1' } }, { data: { a: '1', '8080': 'x' } }, 'json6902', 'v1', 'ConfigMap'],
  ['ConfigMap: a key `__proto__`', { data: { a: '1' } }, { data: JSON.parse('{"__proto__":"x"}') as JsonMap }, 'strategic', 'v1', 'ConfigMap'],
  ['ConfigMap: all data gone', { data: { a: '1' } }, {}, 'strategic', 'v1', 'ConfigMap'],
  ['ServiceAccount: secrets', { secrets: [{ name: 'a' }] }, { secrets: [{ name: 'b' }, { name: 'a' }] }, 'strategic', 'v1', 'ServiceAccount'],
  ['ServiceAccount: pull secrets', { imagePullSecrets: [{ name: 'a' }] }, { imagePullSecrets: [{ name: 'b' }] }, 'strategic', 'v1', 'ServiceAccount'],
  ['Role: rules', { rules: [{ verbs: ['get'] }] }, { rules: [{ verbs: ['list', 'get'] }] }, 'strategic', 'rbac.authorization.k8s.io/v1', 'Role'],
  ['webhooks', { webhooks: [{ name: 'a', sideEffects: 'None' }, { name: 'b' }] }, { webhooks: [{ name: 'b' }, { name: 'a' }] },
    'strategic', 'admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'],
  ['PodDisruptionBudget: the other limit', { spec: { maxUnavailable: 1 } }, { spec: { minAvailable: '50%' } }, 'strategic', 'policy/v1', 'PodDisruptionBudget'],
  ['CronJob: an image', cron('a'), cron('b'), 'strategic', 'batch/v1', 'CronJob'],
  ['a custom resource with containers', { containers: [main, sidecar] }, { containers: [sidecar] }, 'strategic', 'example.com/v1', 'Pod'],
  ['a custom resource with `$patch`', { spec: {} }, { spec: { list: [{ $patch: 'delete' }] } }, 'json6902', 'example.com/v1', 'Thing'],
];

/** Each row under a name of its own, so that one build judges them all. */
export const patchCases: readonly PatchCase[] = [
  ...pods.map((row) => [...row, 'apps/v1', 'Deployment'] as const), ...others,
].map(([name, base, target, form, apiVersion, kind], index) => {
  const object = ({ metadata, ...body }: JsonMap): Manifest => {
    return { apiVersion, kind, metadata: { ...(metadata as JsonMap | undefined), name: `case-${index}` }, ...body };
  };
  return { name, base: object(base), target: object(target), form };
});

function pod(spec: JsonMap, fields: JsonMap = {}): JsonMap {
  return { spec: { ...fields, template: { spec } } };
}

function withEnv(env: readonly Json[]): JsonMap {
  return pod({ containers: [{ ...main, env }, sidecar] });
}

function withPorts(ports: readonly Json[]): JsonMap {
  return pod({ containers: [{ ...main, ports }] });
}

function probe(readinessProbe: JsonMap): JsonMap {
  return pod({ containers: [{ ...main, readinessProbe }] });
}

function mounted(mountPath: string): JsonMap {
  return pod({ containers: [{ ...main, volumeMounts: [{ mountPath, name: 'v' }] }] });
}

function limit(cpu: Json): JsonMap {
  return pod({ containers: [{ ...main, resources: { limits: { cpu } } }] });
}

function spread(topologyKey: string, maxSkew: number): JsonMap {
  return { topologyKey, whenUnsatisfiable: 'DoNotSchedule', maxSkew };
}

function cron(image: string): JsonMap {
  return { spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: 'a', image }] } } } } } };
}

function without(map: JsonMap, field: string): JsonMap {
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== field));
}
