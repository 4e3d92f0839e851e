import fc from 'fast-check';
import { isMap, type Json, type JsonMap, type Manifest } from '../lib/synth/manifest.ts';
import { data, edited, edits, maps, some, textMaps, texts, type Edit } from './random-json.ts';

/** Two objects that are one and the same, as a base and an environment have it. */
export interface Pair {
  readonly base: Manifest;
  readonly target: Manifest;
}

/** An arbitrary body of one kind: all but its kind, version and name. */
type Kind = readonly [apiVersion: string, kind: string, body: fc.Arbitrary<JsonMap>];

// Few names, so that items of two lists are often the same.
const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const ports = fc.constantFrom(53, 80, 443, 8080);
const protocols = fc.constantFrom('TCP', 'UDP', 'TCP', 'SCTP');
const someTexts = fc.array(texts, { maxLength: 3 });

const variable = fc.oneof(
  fc.record({ name: names, value: texts }),
  fc.record({ name: names, valueFrom: some({ fieldRef: some({ fieldPath: texts }), secretKeyRef: some({ key: texts, name: names }) }) }),
);

const container = some({
  image: texts,
  command: someTexts,
  args: someTexts,
  env: listOf(variable, 'name'),
  envFrom: fc.array(fc.record({ configMapRef: fc.record({ name: names }) }), { maxLength: 2 }),
  ports: fc.oneof(
    { weight: 4, arbitrary: listOf(fc.record({ containerPort: ports, protocol: protocols, name: names }), 'containerPort', 'protocol') },
    fc.array(some({ containerPort: ports, protocol: protocols, name: names }), { maxLength: 3 }),
  ),
  resources: some({ limits: some({ cpu: fc.oneof(texts, fc.nat(4)), memory: texts }), requests: some({ cpu: texts, memory: texts }) }),
  readinessProbe: some({ exec: fc.record({ command: someTexts }), httpGet: some({ path: texts, port: fc.oneof(ports, texts) }) }),
  volumeMounts: listOf(fc.record({ mountPath: names, name: names, readOnly: fc.boolean() }), 'mountPath'),
}).chain((rest) => names.map((name): Json => ({ name, ...rest })));

const volume = fc.oneof(
  fc.record({ name: names, emptyDir: some({ sizeLimit: texts }) }),
  fc.record({ name: names, persistentVolumeClaim: fc.record({ claimName: names }) }),
  fc.record({ name: names, projected: fc.record({ sources: fc.array(fc.record({ secret: fc.record({ name: names }) }), { maxLength: 2 }) }) }),
);

const podSpec = some({
  containers: listOf(container, 'name'),
  initContainers: listOf(container, 'name'),
  volumes: listOf(volume, 'name'),
  imagePullSecrets: listOf(fc.record({ name: names }), 'name'),
  hostAliases: listOf(fc.record({ ip: names, hostnames: someTexts }), 'ip'),
  nodeSelector: textMaps,
  tolerations: fc.array(some({ key: texts, operator: texts, tolerationSeconds: fc.nat(9) }), { maxLength: 3 }),
  topologySpreadConstraints: listOf(
    fc.record({ topologyKey: names, whenUnsatisfiable: names, maxSkew: fc.nat(3) }), 'topologyKey', 'whenUnsatisfiable'),
  securityContext: some({ runAsUser: fc.nat(9), fsGroup: fc.nat(9), runAsNonRoot: fc.boolean() }),
  terminationGracePeriodSeconds: fc.nat(99),
});

const template = some({ metadata: some({ labels: textMaps, finalizers: fc.uniqueArray(names, { maxLength: 2 }) }), spec: podSpec });
const workload = some({ spec: some({ replicas: fc.nat(5), strategy: some({ type: texts, rollingUpdate: maps }), template }) });
const subjects = fc.array(fc.record({ kind: fc.constantFrom('ServiceAccount', 'User'), name: fc.oneof(names, fc.constant('default')) }), { maxLength: 3 });
const rules = fc.array(fc.record({ apiGroups: someTexts, resources: someTexts, verbs: someTexts }), { maxLength: 2 });
const webhook = fc.record({ name: names, sideEffects: texts, rules, clientConfig: some({ url: texts, caBundle: texts }) });
const servicePort = fc.record({ port: ports, protocol: protocols, targetPort: fc.oneof(ports, texts), name: names });

const kinds: readonly Kind[] = [
  ['apps/v1', 'Deployment', workload],
  ['apps/v1', 'StatefulSet', workload],
  ['apps/v1', 'DaemonSet', workload],
  ['batch/v1', 'Job', workload],
  ['batch/v1', 'CronJob', some({ spec: some({ schedule: texts, jobTemplate: some({ spec: some({ template }) }) }) })],
  ['v1', 'Pod', some({ spec: podSpec })],
  ['v1', 'PodTemplate', some({ template })],
  ['v1', 'Service', some({ spec: some({ clusterIP: texts, selector: textMaps, ports: fc.oneof(
    { weight: 4, arbitrary: listOf(servicePort, 'port', 'protocol') }, fc.array(some({ port: ports, protocol: protocols }), { maxLength: 3 })) }) })],
  ['v1', 'ServiceAccount', some({ secrets: listOf(fc.record({ name: names }), 'name'), imagePullSecrets: fc.array(fc.record({ name: names }), { maxLength: 2 }) })],
  ['v1', 'ConfigMap', some({ data: textMaps, binaryData: textMaps })],
  ['rbac.authorization.k8s.io/v1', 'Role', some({ rules })],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding', some({ subjects, roleRef: some({ kind: texts, name: names }) })],
  ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', some({ webhooks: listOf(webhook, 'name') })],
  ['policy/v1', 'PodDisruptionBudget', some({ spec: some({ maxUnavailable: fc.oneof(fc.nat(3), texts), minAvailable: fc.nat(3), selector: maps }) })],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', some({ spec: some({ metrics: fc.array(maps, { maxLength: 2 }), maxReplicas: fc.nat(9) }) })],
  ['networking.k8s.io/v1', 'NetworkPolicy', some({ spec: some({ ingress: fc.array(data, { maxLength: 2 }), policyTypes: someTexts }) })],
  ['example.com/v1', 'Kafka', some({ spec: some({ containers: fc.array(container, { maxLength: 3 }), anything: data, listeners: fc.array(maps, { maxLength: 3 }) }) })],
  ['example.com/v1', 'Service', some({ spec: some({ ports: fc.array(servicePort, { maxLength: 3 }) }), data: maps })],
  ['example.com/v1beta1', 'Deployment', some({ spec: maps, status: maps })],
];

const metadata = some({ labels: textMaps, finalizers: fc.uniqueArray(names, { maxLength: 3 }), annotations: fc.dictionary(
  fc.constantFrom('a', 'b', 'example.com/c', 'y', 'on'), texts, { minKeys: 1, noNullPrototype: true }) });

const shapes = fc.constantFrom(...kinds);

/** Kinds without references. In all others Kustomize looks for names, and fails where a scalar stands for a map. */
const FREE = ['ConfigMap', 'Kafka', 'NetworkPolicy', 'PodDisruptionBudget', 'Service'];

/** Objects of any kind: little, much or all differs between base and target. The name is to be set. */
export const pairs: fc.Arbitrary<Pair> = shapes.chain(([apiVersion, kind, body]) => {
  const objects = fc.tuple(metadata, body).map(([meta, rest]): Manifest => ({ apiVersion, kind, metadata: { name: 'x', ...meta }, ...rest }));
  const unlike = fc.record({ base: objects, target: objects });
  const alike = fc.tuple(objects, fc.array(edits, { minLength: 1, maxLength: 3 })).map(([base, changes]): Pair => {
    return { base, target: changes.reduce((target, change) => withEdit(target, change), base) };
  });
  return fc.oneof(unlike, { weight: 6, arbitrary: alike });
}).chain((pair) => fc.boolean().map((isSwapped) => (isSwapped ? { base: pair.target, target: pair.base } : pair)));

/** The pair under a name of its own. */
export function named({ base, target }: Pair, name: string): Pair {
  const [a, b] = [base, target].map((manifest) => ({ ...manifest, metadata: { ...manifest.metadata, name } }));
  return { base: a!, target: b! };
}

/** Edits everything but what makes the object the object it is, and what Kustomize itself reads. */
function withEdit(manifest: Manifest, edit: Edit): Manifest {
  const { apiVersion, kind, metadata, ...body } = manifest;
  if (kind === 'RoleBinding') return manifest;
  const { name, annotations, labels, ...meta } = metadata;
  const changed = edited({ labels: labels ?? {}, meta, ...body }, edit, { isTame: !FREE.includes(kind) });
  if (!isMap(changed)) return manifest;
  const { labels: labelsAfter, meta: metaAfter, ...rest } = changed;
  return {
    apiVersion,
    kind,
    ...rest,
    metadata: { ...(isMap(metaAfter) && metaAfter), ...(isMap(labelsAfter) && { labels: labelsAfter }), ...(annotations && { annotations }), name },
  };
}

/** A list whose items mostly state keys of their own, and sometimes do not. */
function listOf(items: fc.Arbitrary<Json>, ...keys: readonly string[]): fc.Arbitrary<readonly Json[]> {
  const keyOf = (item: Json): string => JSON.stringify(keys.map((key) => (item as JsonMap)[key]));
  return fc.oneof(
    { weight: 9, arbitrary: fc.uniqueArray(items, { maxLength: 4, selector: keyOf }) },
    fc.array(items, { maxLength: 3 }),
  );
}
