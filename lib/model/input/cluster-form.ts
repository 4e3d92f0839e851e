import type { Cluster, ClusterRow, IngressController, NodePool, PodsOf } from '../cluster.ts';
import { nodePortRange } from '../node-port.ts';
import { architectures } from '../pods/architecture.ts';
import type { Taint } from '../pods/scheduling.ts';
import { choice, fields, isObject, list, map } from './collections.ts';
import type { FormsOf } from './collections.ts';
import { formOf, optional, pattern, whole, wrong } from './form.ts';
import type { Form } from './form.ts';
import { forms } from './forms.ts';
import { nodeGpusForm } from './gpu-forms.ts';
import { karpenterClusterForm, karpenterPoolForm } from './karpenter-forms.ts';
import { annotationValue, labelKey, labelsForm, labelValue, ownKey } from './label-forms.ts';

/** Minor versions of Kubernetes that every manifest is valid on. */
const supported = { oldest: 33, newest: 36 };

const labels = map(forms.text);

const podsOf: FormsOf<PodsOf> = { namespace: forms.label, labels };

const cidrs = list(forms.cidr, 1);

const program = fields<Cluster['apiServer']>({ cidrs, port: forms.port });

const taint = fields<Taint>({
  key: labelKey,
  value: optional(labelValue),
  effect: choice(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
});

/** The most that Kubernetes supports in one cluster. https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
const mostNodes = 5000;

const poolFields = fields<NodePool>({
  name: forms.objectName,
  count: whole(1, mostNodes),
  max: optional(whole(1, mostNodes)),
  arch: optional(choice(architectures)),
  cpu: forms.cpu,
  memory: forms.memory,
  ephemeralStorage: forms.scratch,
  volumeDisk: optional(forms.scratch),
  labels: optional(labelsForm),
  taints: optional(list(taint)),
  gpus: optional(nodeGpusForm),
  karpenter: optional(karpenterPoolForm),
});

const pool: Form = {
  ...poolFields,
  check(value, field) {
    const faults = poolFields.check(value, field);
    const { count, max = count } = (isObject(value) ? value : {}) as Partial<NodePool>;
    if (faults.length > 0 || max! >= count!) return faults;
    return [wrong('conflict', max, `${field}.max`, `must be at least 'count' (${count})`)];
  },
};

/** What a row of the table of clusters must be like. */
export const clusterForm = fields<ClusterRow>({
  name: forms.label,
  argocdName: forms.label,
  kubernetes: versionForm(),
  nodes: list(pool, 1),
  tailnetHost: optional(forms.hostName),
  apiServerPort: optional(forms.port),
  apiServer: program,
  kubelets: program,
  nodePortSources: cidrs,
  publishedNodePorts: optional(list(whole(nodePortRange.first, nodePortRange.last))),
  dns: fields<Cluster['dns']>({ ...podsOf, addresses: optional(list(forms.cidr)) }),
  ingress: optional(
    fields<IngressController>({
      ...podsOf,
      className: forms.objectName,
      annotations: optional(map(annotationValue, ownKey)),
    }),
  ),
  bringsMetrics: optional(forms.flag),
  karpenter: optional(karpenterClusterForm),
  storageClass: optional(forms.objectName),
  networkedClass: optional(forms.objectName),
  identityProvider: pattern(
    "must be 'projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>'",
    /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]+\/providers\/[a-z0-9-]+$/,
  ),
  metricLabels: map(forms.text, pattern('must be a name of a label, such as location', /^[A-Za-z_]\w*$/)),
  operators: list(forms.text),
});

function versionForm(): Form {
  return formOf(`must be a version from '1.${supported.oldest}' to '1.${supported.newest}'`, value => {
    if (typeof value !== 'string') return 'wrong-type';
    const minor = Number(/^1\.(\d+)$/.exec(value)?.[1]);
    return minor >= supported.oldest && minor <= supported.newest ? undefined : 'out-of-range';
  });
}
