import { bundledKinds } from './bundled-kinds.ts';

/**
 * What Kustomize knows about one place of a built-in kind, from the Kubernetes schema that it carries (1.21.2 in every
 * version from 4.5 to 5.8). A place that has no position holds maps that merge and lists that are replaced whole.
 */
export interface Position {
  /** Positions of the fields of a map, or of every item of a list merged by key. */
  readonly fields: ReadonlyMap<string, Position>;
  /** The fields that identify an item. Empty where the list is a union of plain values. Absent on all else. */
  readonly keys?: readonly string[];
}

/** The position of a whole object, or undefined for a kind that Kustomize does not know: all its lists are atomic. */
export function positionOf(apiVersion: string, kind: string): Position | undefined {
  const known = bundledKinds.get(apiVersion)?.has(kind);
  return known ? (positions.get(`${apiVersion} ${kind}`) ?? ordinary) : undefined;
}

/** What stands at a place of one side, as far as it matters here. */
interface Stated {
  get(key: string): unknown;
}

/**
 * The position of a map. Where Kustomize knows none, it looks for a kind in the map: a Deployment within a custom
 * resource merges as any Deployment does.
 *
 * @param sides the map in the base and in the patch, the first of which that states a known kind counts
 */
export function positionWithin(
  position: Position | undefined,
  ...sides: readonly (Stated | null | undefined)[]
): Position | undefined {
  if (position) return position;
  for (const side of sides) {
    const [apiVersion, kind] = [side?.get('apiVersion'), side?.get('kind')];
    const known = typeof apiVersion === 'string' && typeof kind === 'string' && positionOf(apiVersion, kind);
    if (known) return known;
  }
  return undefined;
}

const metadata = fields({ finalizers: merged([]), ownerReferences: merged(['uid']) });

const ephemeralContainer = {
  env: merged(['name']),
  volumeDevices: merged(['devicePath']),
  volumeMounts: merged(['mountPath']),
};
const container = { ...ephemeralContainer, ports: merged(['containerPort', 'protocol']) };

const podSpec = fields({
  containers: merged(['name'], container),
  ephemeralContainers: merged(['name'], ephemeralContainer),
  hostAliases: merged(['ip']),
  imagePullSecrets: merged(['name']),
  initContainers: merged(['name'], container),
  topologySpreadConstraints: merged(['topologyKey', 'whenUnsatisfiable']),
  volumes: merged(['name'], { ephemeral: fields({ volumeClaimTemplate: fields({ metadata }) }) }),
});

const template = fields({ metadata, spec: podSpec });
const conditions = merged(['type']);
const status = fields({ conditions });
const workload = fields({ metadata, spec: fields({ template }), status });
const cronJob = fields({ metadata, spec: fields({ jobTemplate: fields({ metadata, spec: fields({ template }) }) }) });
const webhooks = fields({ metadata, webhooks: merged(['name']) });
const csiNode = fields({ metadata, spec: fields({ drivers: merged(['name']) }) });
const node = fields({
  metadata,
  spec: fields({ podCIDRs: merged([]) }),
  status: fields({ addresses: merged(['type']), conditions }),
});
const ordinary = fields({ metadata });
const withConditions = fields({ metadata, status });

const positions: ReadonlyMap<string, Position> = new Map([
  ['admissionregistration.k8s.io/v1 MutatingWebhookConfiguration', webhooks],
  ['admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration', webhooks],
  ['admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration', webhooks],
  ['admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration', webhooks],
  ['apiregistration.k8s.io/v1 APIService', withConditions],
  ['apiregistration.k8s.io/v1beta1 APIService', withConditions],
  ['apps/v1 DaemonSet', workload],
  ['apps/v1 Deployment', workload],
  ['apps/v1 ReplicaSet', workload],
  ['apps/v1 StatefulSet', workload],
  ['batch/v1 CronJob', cronJob],
  ['batch/v1 Job', workload],
  ['batch/v1beta1 CronJob', cronJob],
  ['policy/v1 PodDisruptionBudget', withConditions],
  ['policy/v1beta1 PodDisruptionBudget', withConditions],
  ['storage.k8s.io/v1 CSINode', csiNode],
  ['storage.k8s.io/v1beta1 CSINode', csiNode],
  ['v1 ComponentStatus', fields({ metadata, conditions })],
  ['v1 Namespace', withConditions],
  ['v1 Node', node],
  ['v1 PersistentVolumeClaim', withConditions],
  ['v1 Pod', fields({ metadata, spec: podSpec, status: fields({ conditions, podIPs: merged(['ip']) }) })],
  ['v1 PodTemplate', fields({ metadata, template })],
  ['v1 ReplicationController', workload],
  ['v1 Service', fields({ metadata, spec: fields({ ports: merged(['port', 'protocol']) }), status })],
  ['v1 ServiceAccount', fields({ metadata, secrets: merged(['name']) })],
]);

function fields(positions: Readonly<Record<string, Position>>): Position {
  return { fields: new Map(Object.entries(positions)) };
}

function merged(keys: readonly string[], positions: Readonly<Record<string, Position>> = {}): Position {
  return { ...fields(positions), keys };
}
