import fc from 'fast-check';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { data, maps, some, textMaps, texts } from './random-json.ts';

/** A kind, and anything that an object of it may say beside its metadata. */
export type Body = readonly [apiVersion: string, kind: string, body: fc.Arbitrary<JsonMap>];

/** Few names, so that items of two lists are often the same. */
export const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const byName = fc.record({ name: names });
const numbers = fc.constantFrom(53, 80, 443, 8080);
const protocol = fc.constantFrom('TCP', 'UDP', 'SCTP');
const list = fc.array(texts, { maxLength: 3 });

const reference = some({ fieldRef: some({ fieldPath: texts }), secretKeyRef: some({ key: texts, name: names }) });
const variable = fc.oneof(fc.record({ name: names, value: texts }), fc.record({ name: names, valueFrom: reference }));
const port = { containerPort: numbers, protocol, name: names };
const servicePort = { port: numbers, protocol, name: names, targetPort: fc.oneof(numbers, texts) };

const containerFields = some({
  image: texts,
  command: list,
  args: list,
  env: merged(variable, 'name'),
  envFrom: fc.array(fc.record({ configMapRef: byName }), { maxLength: 2 }),
  ports: portsOf(port, 'containerPort'),
  resources: some({ limits: some({ cpu: fc.oneof(texts, fc.nat(4)), memory: texts }), requests: some({ cpu: texts }) }),
  readinessProbe: some({ exec: fc.record({ command: list }), httpGet: some({ port: fc.oneof(numbers, texts) }) }),
  volumeMounts: merged(fc.record({ mountPath: names, name: names, readOnly: fc.boolean() }), 'mountPath'),
});
const container = fc.tuple(names, containerFields).map(([name, fields]): JsonMap => ({ name, ...fields }));

const sources = fc.array(fc.record({ secret: byName }), { maxLength: 2 });
const volume = fc.oneof(
  fc.record({ name: names, emptyDir: some({ sizeLimit: texts }) }),
  fc.record({ name: names, persistentVolumeClaim: fc.record({ claimName: names }) }),
  fc.record({ name: names, projected: fc.record({ sources }) }),
);

const spread = fc.record({ topologyKey: names, whenUnsatisfiable: names, maxSkew: fc.nat(3) });
const toleration = some({ key: texts, operator: texts, tolerationSeconds: fc.nat(9) });
const podSpec = some({
  containers: merged(container, 'name'),
  initContainers: merged(container, 'name'),
  volumes: merged(volume, 'name'),
  imagePullSecrets: merged(byName, 'name'),
  hostAliases: merged(fc.record({ ip: names, hostnames: list }), 'ip'),
  nodeSelector: textMaps,
  tolerations: fc.array(toleration, { maxLength: 3 }),
  topologySpreadConstraints: merged(spread, 'topologyKey', 'whenUnsatisfiable'),
  securityContext: some({ runAsUser: fc.nat(9), fsGroup: fc.nat(9), runAsNonRoot: fc.boolean() }),
  terminationGracePeriodSeconds: fc.nat(99),
});

const podMetadata = some({ labels: textMaps, finalizers: fc.uniqueArray(names, { maxLength: 2 }) });
const template = some({ metadata: podMetadata, spec: podSpec });
const strategy = some({ type: texts, rollingUpdate: maps });
const workload = spec({ replicas: fc.nat(5), strategy, template });

const rules = fc.array(fc.record({ apiGroups: list, resources: list, verbs: list }), { maxLength: 2 });
const webhook = fc.record({ name: names, sideEffects: texts, rules, clientConfig: some({ url: texts }) });
const subject = fc.record({
  kind: fc.constantFrom('ServiceAccount', 'User'),
  name: fc.oneof(names, fc.constant('default')),
});

/** What a base may hold: workloads, what stands beside them, and custom resources that look like them. */
export const bodies: readonly Body[] = [
  ['apps/v1', 'Deployment', workload],
  ['apps/v1', 'StatefulSet', workload],
  ['apps/v1', 'DaemonSet', workload],
  ['batch/v1', 'Job', workload],
  ['batch/v1', 'CronJob', spec({ schedule: texts, jobTemplate: spec({ template }) })],
  ['v1', 'Pod', some({ spec: podSpec })],
  ['v1', 'PodTemplate', some({ template })],
  ['v1', 'Service', spec({ clusterIP: texts, selector: textMaps, ports: portsOf(servicePort, 'port') })],
  ['v1', 'ServiceAccount', some({ secrets: merged(byName, 'name'), imagePullSecrets: fc.array(byName) })],
  ['v1', 'ConfigMap', some({ data: textMaps, binaryData: textMaps })],
  ['rbac.authorization.k8s.io/v1', 'Role', some({ rules })],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding', some({ subjects: fc.array(subject), roleRef: textMaps })],
  ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', some({ webhooks: merged(webhook, 'name') })],
  ['policy/v1', 'PodDisruptionBudget', spec({ maxUnavailable: fc.oneof(fc.nat(3), texts), selector: maps })],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', spec({ metrics: fc.array(maps), maxReplicas: fc.nat(9) })],
  ['networking.k8s.io/v1', 'NetworkPolicy', spec({ ingress: fc.array(data, { maxLength: 2 }), policyTypes: list })],
  ['example.com/v1', 'Kafka', spec({ containers: fc.array(container), anything: data, listeners: fc.array(maps) })],
  ['example.com/v1', 'Service', some({ spec: some({ ports: fc.array(fc.record(servicePort)) }), data: maps })],
  ['example.com/v1beta1', 'Deployment', some({ spec: maps, status: maps })],
];

function spec(fields: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<JsonMap> {
  return some({ spec: some(fields) });
}

/** Ports that state all of their key, that leave out the protocol as people do, or that lack anything. */
function portsOf(fields: Readonly<Record<string, fc.Arbitrary<Json>>>, number: string): fc.Arbitrary<Json> {
  const { protocol: _, ...bare } = fields;
  return fc.oneof(
    { weight: 3, arbitrary: merged(fc.record(fields), number, 'protocol') },
    { weight: 3, arbitrary: merged(fc.record(bare), number) },
    { weight: 2, arbitrary: merged(fc.oneof(fc.record(fields), fc.record(bare)), number) },
    fc.array(some(fields), { maxLength: 3 }),
  );
}

/** A list whose items mostly state keys of their own, and sometimes share one. */
function merged(items: fc.Arbitrary<Json>, ...keys: readonly string[]): fc.Arbitrary<readonly Json[]> {
  const keyOf = (item: Json): string => JSON.stringify(keys.map(key => (item as JsonMap)[key]));
  return fc.oneof(
    { weight: 9, arbitrary: fc.uniqueArray(items, { maxLength: 4, selector: keyOf }) },
    fc.array(items, { maxLength: 3 }),
  );
}
