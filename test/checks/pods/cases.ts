import type { JsonMap } from '../../../lib/yaml/json.ts';
import type { Cases } from '../case.ts';
import { clusterSamples } from '../small-world/cluster-samples.ts';
import {
  account,
  addOperated,
  container,
  data,
  deployment,
  foundation,
  policy,
  security,
  service,
  shop,
  template,
} from '../edits.ts';
import type { EditableWorld } from '../small-world/small-world.ts';

/** What pods must say. */
export const podCases: Cases = {
  'container-resources': [
    [
      'no memory limit',
      world => {
        delete container(world).resources.limits.memory;
      },
      "container 'api' has no resources.limits.memory",
    ],
    [
      'nothing for an init container',
      world => {
        delete template(world).initContainers[0].resources;
      },
      "init container 'wait' has no resources.requests.cpu",
    ],
    [
      'nothing for pods that an operator makes',
      world => {
        addOperated(world);
        delete world.object(data, 'KafkaNodePool', 'nodes').spec.resources;
      },
      "container 'kafka' has no resources.requests.cpu",
    ],
  ],
  'container-probes': [
    [
      'no readiness probe',
      world => {
        delete container(world).readinessProbe;
      },
      "container 'api' has no readinessProbe",
    ],
    [
      'a sidecar without probes',
      world => {
        template(world).initContainers[0].restartPolicy = 'Always';
      },
      "init container 'wait' has no livenessProbe",
    ],
  ],
  'pinned-image': [
    [
      'latest',
      world => {
        container(world).image = 'x/api:latest';
      },
      "runs 'x/api:latest'",
    ],
    [
      'latest for pods that an operator makes',
      world => {
        addOperated(world);
        world.object(data, 'Cluster', 'orders').spec.imageName = 'x/postgresql:latest';
      },
      "container 'postgres' runs 'x/postgresql:latest'",
    ],
    [
      'no tag',
      world => {
        container(world).image = 'localhost:5000/api';
      },
      "runs 'localhost:5000/api'",
    ],
    [
      'a branch',
      world => {
        container(world).image = 'x/api:main-abcdef0';
      },
      "runs 'x/api:main-abcdef0'",
    ],
    [
      'a major version only',
      world => {
        template(world).initContainers[0].image = 'postgres:17';
      },
      "runs 'postgres:17'",
    ],
    [
      'a short digest',
      world => {
        container(world).image = 'x/api@sha256:0f3c';
      },
      "runs 'x/api@sha256:0f3c'",
    ],
  ],
  'stated-protocol': [
    [
      'a container port',
      world => {
        delete container(world).ports[0].protocol;
      },
      "container 'api' has port 'http' without a protocol",
    ],
    [
      'a Service port',
      world => {
        delete service(world).spec.ports[0].protocol;
      },
      "spec has port 'http' without a protocol",
    ],
    [
      'a policy port',
      world => {
        delete policy(world, shop).spec.egress[0].ports[0].protocol;
      },
      'without a protocol',
    ],
  ],
  'schedulable-pod': [
    [
      'labels that no node has',
      world => {
        template(world).nodeSelector = { disk: 'ssd' };
      },
      'no node may take its pods: \'nodeSelector\' ({"disk":"ssd"}) must be labels of one pool of nodes: \'plain\' has',
    ],
    [
      'an affinity that no node meets',
      world => {
        template(world).affinity = requiring({ key: 'size', operator: 'In', values: ['small'] });
      },
      "no node may take its pods: 'affinity' (",
    ],
    [
      'a taint that is not tolerated',
      world => {
        template(world).nodeSelector = { size: 'large' };
      },
      "'tolerations' ([]) must have one for the taints of a pool of nodes: 'large' has 'nvidia.com/gpu=present:NoSchedule'",
    ],
    [
      'more than any of the nodes that may take it',
      world => {
        container(world).resources.requests.cpu = '10';
      },
      "no node can hold its pods: 'plain' has too little cpu",
    ],
    [
      'more devices than a node has',
      world => {
        template(world).tolerations = [{ operator: 'Exists' }];
        container(world).resources.limits['nvidia.com/gpu'] = 3;
      },
      "'plain' has too little nvidia.com/gpu, 'large' has too little nvidia.com/gpu",
    ],
    [
      'too much for an operator to find a place for',
      world => {
        addOperated(world);
        world.object(data, 'KafkaNodePool', 'nodes').spec.resources.requests.memory = '100Gi';
      },
      'no node can hold',
    ],
  ],
  'rollout-has-room': [
    [
      'nodes that are full at full scale',
      world => {
        container(world).resources.requests.cpu = '5';
      },
      "beside all that runs on cluster 'home' at full scale no node has room for it: 'plain' has too little cpu left",
    ],
    [
      'devices that its own pods hold',
      world => {
        template(world).tolerations = [{ operator: 'Exists' }];
        container(world).resources.limits['nvidia.com/gpu'] = 1;
      },
      "'plain' has too little nvidia.com/gpu left, 'large' has too little nvidia.com/gpu left",
    ],
    [
      'a share of its pods that is less than one',
      world => {
        container(world).resources.requests.cpu = '5';
        deployment(world).spec.strategy.rollingUpdate.maxUnavailable = '49%';
      },
      'starts a new pod before an old one leaves',
    ],
  ],
  'cluster-has-room': [
    [
      'more pods at most than nodes hold',
      world => {
        world.object(shop, 'HorizontalPodAutoscaler', 'api').spec.maxReplicas = 4000;
      },
      "with every autoscaler at its most and every pool at its 'max', ",
    ],
    [
      'a node whose loss leaves no room for what must run',
      world => {
        container(world).resources.requests.memory = '20Gi';
        world.object(shop, 'HorizontalPodAutoscaler', 'api').spec.maxReplicas = 2;
      },
      "with every autoscaler at its least, everything rolled out and a node of 'plain' lost, 1 of 2 pods of 'shop-prod/api'",
    ],
    [
      'claims that the disks of what is left do not hold',
      world => {
        const {
          volumeClaimTemplates: [claim],
        } = world.object(data, 'StatefulSet').spec;
        claim.spec.resources.requests.storage = '800Gi';
        world.object(data, 'StatefulSet').spec.replicas = 2;
      },
      "everything rolled out and a node of 'plain' lost, 1 of 2 pods of 'data-prod/api' find no node: too little volume disk",
    ],
    [
      'more pods that refuse each other than there are nodes',
      world => {
        const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: {} };
        template(world).affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } };
      },
      "pods of 'shop-prod/api' find no node: they must be kept apart",
    ],
    [
      'pods that must be spread, and nodes with a taint that count as empty',
      world => {
        const term = { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', labelSelector: {} };
        template(world).topologySpreadConstraints = [{ ...term, whenUnsatisfiable: 'DoNotSchedule' }];
      },
      "pods of 'shop-prod/api' find no node: they must be kept apart",
    ],
  ],
  'restricted-pod': [
    [
      'the network of the node',
      world => {
        template(world).hostNetwork = true;
      },
      'sets hostNetwork',
    ],
    [
      'a folder of the node',
      world => {
        template(world).volumes.push({ name: 'node', hostPath: { path: '/' } });
      },
      "has volume 'node' of kind 'hostPath'",
    ],
    [
      'containers that may be root',
      world => {
        template(world).securityContext.runAsNonRoot = false;
      },
      'lets its containers run as root',
    ],
    [
      'user 0',
      world => {
        template(world).securityContext.runAsUser = 0;
      },
      'runs as user 0',
    ],
    [
      'an unsafe sysctl',
      world => {
        template(world).securityContext.sysctls = [{ name: 'kernel.msgmax', value: '1' }];
      },
      "sets the sysctl 'kernel.msgmax'",
    ],
    [
      'a token for all',
      world => {
        delete template(world).automountServiceAccountToken;
      },
      'does not turn automountServiceAccountToken off',
    ],
    [
      'the default account',
      world => {
        template(world).serviceAccountName = 'default';
      },
      "runs as service account 'default'",
    ],
  ],
  'restricted-container': [
    [
      'escalation',
      world => {
        delete security(world).allowPrivilegeEscalation;
      },
      'does not forbid privilege escalation',
    ],
    [
      'privileges',
      world => {
        security(world).privileged = true;
      },
      'is privileged',
    ],
    [
      'a writable root',
      world => {
        security(world).readOnlyRootFilesystem = false;
      },
      'may write to its root file system',
    ],
    [
      'root',
      world => {
        delete template(world).securityContext.runAsNonRoot;
      },
      'may run as root',
    ],
    [
      'root against its pod',
      world => {
        security(world).runAsNonRoot = false;
      },
      "container 'api' may run as root",
    ],
    [
      'user 0',
      world => {
        security(world).runAsUser = 0;
      },
      'runs as user 0',
    ],
    [
      'no seccomp profile',
      world => {
        delete template(world).securityContext.seccompProfile;
      },
      "has seccomp profile ''",
    ],
    [
      'capabilities kept',
      world => {
        security(world).capabilities.drop = ['NET_RAW'];
      },
      'does not drop',
    ],
    [
      'capabilities added',
      world => {
        security(world).capabilities.add = ['SYS_ADMIN'];
      },
      "adds the capabilities 'SYS_ADMIN'",
    ],
    [
      'a port of the node',
      world => {
        container(world).ports[0].hostPort = 80;
      },
      'opens a port of its node',
    ],
    [
      'AppArmor turned off',
      world => {
        security(world).appArmorProfile = { type: 'Unconfined' };
      },
      'is not confined by AppArmor',
    ],
    [
      'SELinux options',
      world => {
        security(world).seLinuxOptions = { type: 'x' };
      },
      'sets seLinuxOptions',
    ],
    [
      'an unmasked /proc',
      world => {
        security(world).procMount = 'Unmasked';
      },
      'changes procMount',
    ],
    [
      'an init container',
      world => {
        delete template(world).initContainers[0].securityContext;
      },
      "init container 'wait' does not forbid",
    ],
  ],
  'account-without-token': [
    [
      'a token for every pod',
      world => {
        account(world).automountServiceAccountToken = true;
      },
      'gives a token',
    ],
    [
      'nothing said about tokens',
      world => {
        delete account(world).automountServiceAccountToken;
      },
      'gives a token',
    ],
  ],
  'modest-role': [
    [
      'a way to kubelets through the API server',
      world => grant(world, { apiGroups: [''], resources: ['nodes', 'nodes/proxy'], verbs: ['get'] }),
      "grants 'nodes/proxy'",
    ],
    [
      'everything there is',
      world => grant(world, { apiGroups: ['*'], resources: ['*'], verbs: ['get'] }),
      "grants '*'",
    ],
    [
      'the right to do anything',
      world => grant(world, { apiGroups: ['apps'], resources: ['deployments'], verbs: ['*'] }),
      "grants the verb '*'",
    ],
  ],
};

function requiring(...matchExpressions: readonly JsonMap[]): JsonMap {
  const required = { nodeSelectorTerms: [{ matchExpressions }] };
  return { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: required } };
}

function grant(world: EditableWorld, rule: JsonMap): void {
  world.add(foundation, { ...clusterSamples.ClusterRole, rules: [rule] });
}
