import { cluster } from '../../fixtures/platform.ts';
import { secretRef } from '../../../lib/model/secret-ref.ts';
import { cloud, prod, service, shop } from './case.ts';
import type { Case, Wrong } from './case.ts';

const sizing = { cpu: '10m', cpuLimit: '20m', memory: '16Mi', memoryLimit: '32Mi', scratch: '16Mi' };
const probe = { check: 'connect', period: 10 };
const container = { image: 'example.com/proxy:1.2.3', sizing };
const sidecar = { ...container, probes: { liveness: probe, readiness: probe }, ports: { admin: 9901 } };

const tainted = { ...cluster('cloud').nodes[0]!, name: 'tainted', taints: [{ key: 'a', effect: 'NoSchedule' }] };

const pods = (settings: object): Wrong => shop({ pods: settings });
const beside = (change: object): Wrong => pods({ sidecars: { proxy: { ...sidecar, ...change } } });
const volume = (source: unknown): Wrong => pods({ volumes: { cache: source } });
const affinity = (requirement: object): Wrong =>
  pods({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] },
      },
    },
  });

/** Mistakes in what an environment says of the pods of any service. */
export const podSettingCases: readonly Case[] = [
  ['pods that are a text', shop({ pods: 'x' }), 'wrong-type', "prod/shop: shop: 'pods' ('x') must be an object"],
  [
    'a misspelt key of pods',
    pods({ sidecar: {} }),
    'unknown-key',
    "prod/shop: shop: 'pods.sidecar' is an unknown key, it must be one of 'env', 'sidecars', 'initContainers', 'volumes', 'mounts', 'nodeSelector', 'tolerations', 'affinity', 'gpus', 'inPlace', 'runtimeClass', 'lifecycle', 'gracePeriod' (did you mean 'sidecars'?)",
  ],
  [
    'a rollout that is a text',
    pods({ inPlace: 'yes' }),
    'wrong-type',
    "prod/shop: shop: 'pods.inPlace' ('yes') must be true or false",
  ],
  [
    'a variable that is a number',
    pods({ env: { A: 1 } }),
    'wrong-type',
    "prod/shop: shop: 'pods.env.A' (1) must be a text, secretRef() or secretFile()",
  ],
  [
    'a variable with a space',
    pods({ env: { 'A B': 'x' } }),
    'malformed',
    "prod/shop: shop: 'pods.env': key 'A B' must be a name of a variable, such as HTTP_PORT",
  ],
  [
    'an entry that Secret Manager does not name',
    pods({ env: { A: secretRef('a', 'b.c') } }),
    'malformed',
    "prod/shop: shop: Secret 'a': key 'b.c' would be the entry 'prod_shop_a_b.c' of Secret Manager, which must have letters, digits, - and _ only",
  ],
  [
    'a grace of nothing',
    pods({ gracePeriod: 0 }),
    'out-of-range',
    "prod/shop: shop: 'pods.gracePeriod' (0) must be a whole number from 1 to 86400",
  ],
  [
    'a runtime with capitals',
    pods({ runtimeClass: 'NVIDIA' }),
    'malformed',
    "prod/shop: shop: 'pods.runtimeClass' ('NVIDIA') must hold only lower-case letters, digits, '-' and '.', at most 253",
  ],
  [
    'a hook of nothing',
    pods({ lifecycle: { preStop: {} } }),
    'conflict',
    "prod/shop: shop: 'pods.lifecycle.preStop' ({}) must have exactly one of 'command', 'path'",
  ],
  [
    'a hook of two things',
    pods({ lifecycle: { preStop: { command: ['a'], path: '/' } } }),
    'conflict',
    `prod/shop: shop: 'pods.lifecycle.preStop' ({"command":["a"],"path":"/"}) must have exactly one of 'command', 'path'`,
  ],
  [
    'a misspelt hook',
    pods({ lifecycle: { preStop: { comand: ['a'] } } }),
    'unknown-key',
    `prod/shop: shop: 'pods.lifecycle.preStop' ({"comand":["a"]}) must have exactly one of 'command', 'path' (did you mean 'command'?)`,
  ],
];

/** Mistakes in containers beside the service's own. */
export const containerCases: readonly Case[] = [
  [
    'a container without a size',
    pods({ initContainers: { wait: { image: 'a/b:1.2.3' } } }),
    'missing',
    "prod/shop: shop: 'pods.initContainers.wait.sizing' is missing, it must be an object",
  ],
  [
    'a container with a moving image',
    beside({ image: 'a/b:latest' }),
    'not-pinned',
    "prod/shop: shop: 'pods.sidecars.proxy.image' ('a/b:latest') must have an exact tag or a digest",
  ],
  [
    'a sidecar without probes',
    beside({ probes: undefined }),
    'missing',
    "prod/shop: shop: 'pods.sidecars.proxy.probes' is missing, it must be an object",
  ],
  [
    'a container with capitals',
    pods({ initContainers: { Wait: container } }),
    'malformed',
    "prod/shop: shop: 'pods.initContainers': key 'Wait' must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'a container of the name of the service',
    pods({ initContainers: { shop: container } }),
    'duplicate',
    "prod/shop: shop: container 'shop' is there twice in one pod, each must be there once",
  ],
  [
    'a container that asks for more than it may use',
    beside({ sizing: { ...sizing, memory: '64Mi' } }),
    'conflict',
    "prod/shop: shop: 'sidecars.proxy.sizing.memory' (64Mi) must not exceed 'memoryLimit' (32Mi)",
  ],
  [
    'a container with an unknown unit',
    beside({ sizing: { ...sizing, memory: '64MB' } }),
    'malformed',
    "prod/shop: shop: 'pods.sidecars.proxy.sizing.memory' ('64MB') must be a quantity of bytes, from '4Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a container as root',
    beside({ runAs: 0 }),
    'out-of-range',
    "prod/shop: shop: 'pods.sidecars.proxy.runAs' (0) must be a whole number from 1 to 2147483647",
  ],
  [
    'a port that the service has',
    beside({ ports: { admin: 8080 } }),
    'duplicate',
    "prod/shop: shop: port '8080' is there twice in one pod, each must be there once",
  ],
  [
    'a port of a long name',
    beside({ ports: { administration_port: 9901 } }),
    'malformed',
    "prod/shop: shop: 'pods.sidecars.proxy.ports': key 'administration_port' must be a name of a port: at most 15 lower-case letters, digits and '-', with a letter among them",
  ],
  [
    'probes without a port',
    beside({ ports: {} }),
    'missing',
    "prod/shop: shop: 'sidecars.proxy': probes and hooks must be commands, or there must be a port for them in 'ports' or 'endpoints'",
  ],
  [
    'probes of a service whose endpoint a sidecar opens',
    beside({ endpoints: ['shop'] }),
    'missing',
    "prod/shop: shop: probes and hooks must be commands, or there must be a port for them in 'ports', because it opens no endpoint itself",
  ],
  [
    'an endpoint that the service does not offer',
    beside({ endpoints: ['shpo'] }),
    'unknown-name',
    "prod/shop: shop: 'sidecars.proxy.endpoints' ('shpo') must be offered by the service: 'shop' (did you mean 'shop'?)",
  ],
  [
    'a start that is a text',
    beside({ startsFirst: 'yes' }),
    'wrong-type',
    "prod/shop: shop: 'pods.sidecars.proxy.startsFirst' ('yes') must be true or false",
  ],
  [
    'containers that are together larger than any node',
    beside({ sizing: { ...sizing, cpu: '1950m', cpuLimit: '2' } }),
    'too-large',
    "prod/shop: shop: 'cpu' of all containers (2050m) must fit a node of cluster 'cloud', the largest has 2",
  ],
  [
    'a pin of a container that no service has',
    { images: { 'shop/shop/proxi': { default: 'a/b:1.2.4' } }, ...beside({}) },
    'unknown-name',
    "overlays/images.json: 'shop/shop/proxi' must be '<component>/<service>/<container>' of a container beside the service's own (did you mean 'shop/shop/proxy'?)",
  ],
  [
    'a pin of a container that moves',
    { images: { 'shop/shop/proxy': { default: 'a/b:latest' } }, ...beside({}) },
    'not-pinned',
    "overlays/images.json: 'shop/shop/proxy': 'default' ('a/b:latest') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
];

/** Mistakes in volumes and mounts. */
export const volumeCases: readonly Case[] = [
  [
    'a folder of the node',
    volume({ hostPath: { path: '/' } }),
    'refused',
    "prod/shop: shop: 'pods.volumes.cache.hostPath' must be another volume: the namespaces admit no pod that mounts a folder of its node; 'claim' or 'csi' may do",
  ],
  [
    'a volume of nothing',
    volume({}),
    'conflict',
    "prod/shop: shop: 'pods.volumes.cache' ({}) must have exactly one of 'emptyDir', 'configMap', 'secret', 'projected', 'claim', 'ephemeralClaim', 'csi'",
  ],
  [
    'a volume that is a text',
    volume('x'),
    'wrong-type',
    "prod/shop: shop: 'pods.volumes.cache' ('x') must have exactly one of 'emptyDir', 'configMap', 'secret', 'projected', 'claim', 'ephemeralClaim', 'csi'",
  ],
  [
    'a folder without a size',
    volume({ emptyDir: {} }),
    'missing',
    "prod/shop: shop: 'pods.volumes.cache.emptyDir.size' is missing, it must be a quantity of bytes, from '1Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a folder in something else than memory',
    volume({ emptyDir: { size: '1Mi', medium: 'Memory' } }),
    'unknown-name',
    "prod/shop: shop: 'pods.volumes.cache.emptyDir.medium' ('Memory') must be 'disk' or 'memory' (did you mean 'memory'?)",
  ],
  [
    'a folder that outgrows its pod',
    volume({ emptyDir: { size: '1Gi' } }),
    'conflict',
    "prod/shop: shop: 'volumes.cache.emptyDir.size' (1Gi) must not exceed 'scratch' of all containers (64Mi), to which it counts",
  ],
  [
    'a folder in memory that outgrows its pod',
    volume({ emptyDir: { size: '1Gi', medium: 'memory' } }),
    'conflict',
    "prod/shop: shop: 'volumes.cache.emptyDir.size' (1Gi) must not exceed 'memoryLimit' of all containers (128Mi), to which it counts",
  ],
  [
    'a Secret without keys',
    volume({ secret: { name: 'a', keys: [] } }),
    'missing',
    "prod/shop: shop: 'pods.volumes.cache.secret.keys' ([]) must be a list with at least one item",
  ],
  [
    'a Secret that Secret Manager does not name',
    volume({ projected: [{ secret: { name: 'a', keys: ['b.c'] } }] }),
    'malformed',
    "prod/shop: shop: Secret 'a': key 'b.c' would be the entry 'prod_shop_a_b.c' of Secret Manager, which must have letters, digits, - and _ only",
  ],
  [
    'a file that leads out of its volume',
    volume({ configMap: { name: 'a', items: { a: '../b' } } }),
    'malformed',
    "prod/shop: shop: 'pods.volumes.cache.configMap.items.a' ('../b') must be a path within the volume, such as 'logs', that does not begin with '/'",
  ],
  [
    'a token that ends at once',
    volume({ projected: [{ serviceAccountToken: { audience: 'a', path: 'token', expires: 1 } }] }),
    'out-of-range',
    "prod/shop: shop: 'pods.volumes.cache.projected[0].serviceAccountToken.expires' (1) must be a whole number from 600 to 86400",
  ],
  [
    'a claim of the pod that is too small',
    volume({ ephemeralClaim: { size: '1Mi' } }),
    'out-of-range',
    "prod/shop: shop: 'pods.volumes.cache.ephemeralClaim.size' ('1Mi') must be a quantity of bytes, from '16Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a claim with capitals',
    volume({ claim: 'Models' }),
    'malformed',
    "prod/shop: shop: 'pods.volumes.cache.claim' ('Models') must hold only lower-case letters, digits, '-' and '.', at most 253",
  ],
  [
    'a driver without a name',
    volume({ csi: {} }),
    'missing',
    "prod/shop: shop: 'pods.volumes.cache.csi.driver' is missing, it must hold only lower-case letters, digits, '-' and '.', at most 253",
  ],
  [
    'a volume of a name that the pod has',
    pods({ volumes: { tmp: { claim: 'a' } } }),
    'duplicate',
    "prod/shop: shop: 'volumes.tmp' is a volume of the pod already, it must have another name",
  ],
  [
    'a volume that the code has',
    shop({ volumes: { cache: { claim: 'a' } }, pods: { volumes: { cache: { claim: 'b' } } } }),
    'duplicate',
    "prod/shop: shop: 'pods.volumes.cache' is there already by the service's own code, it must have another name",
  ],
  [
    'a mount of no volume',
    pods({ mounts: { '/srv': { volume: 'tpm' } } }),
    'unknown-name',
    "prod/shop: shop: 'mounts./srv.volume' ('tpm') must be a volume of the pod: 'tmp' (did you mean 'tmp'?)",
  ],
  [
    'a mount of no volume beside the service',
    beside({ mounts: { '/srv': { volume: 'cache' } } }),
    'unknown-name',
    "prod/shop: shop: 'sidecars.proxy.mounts./srv.volume' ('cache') must be a volume of the pod: 'tmp'",
  ],
  [
    'a mount where there is one',
    pods({ mounts: { '/tmp': { volume: 'tmp' } } }),
    'duplicate',
    "prod/shop: shop: '/tmp' is mounted twice, each folder must have one volume",
  ],
  [
    'a folder twice beside the service',
    beside({ writable: ['/tmp'] }),
    'duplicate',
    "prod/shop: shop: '/tmp' of container 'proxy' is mounted twice, each folder must have one volume",
  ],
  [
    'a mount at a relative path',
    pods({ mounts: { srv: { volume: 'tmp' } } }),
    'malformed',
    "prod/shop: shop: 'pods.mounts': key 'srv' must be a folder of the container other than '/', such as '/var/lib/data'",
  ],
  [
    'a part of a volume that is outside of it',
    pods({ mounts: { '/srv': { volume: 'tmp', subPath: '/etc' } } }),
    'malformed',
    "prod/shop: shop: 'pods.mounts./srv.subPath' ('/etc') must be a path within the volume, such as 'logs', that does not begin with '/'",
  ],
];

/** Mistakes in where pods may run. */
export const schedulingCases: readonly Case[] = [
  [
    'labels that no node has',
    pods({ nodeSelector: { disk: 'ssd' } }),
    'not-served-here',
    `prod/shop: shop: 'nodeSelector' ({"disk":"ssd"}) must be labels of one pool of nodes: 'node' has 'kubernetes.io/os=linux', 'kubernetes.io/arch=amd64', on cluster 'cloud'`,
  ],
  [
    'a label that is a number',
    pods({ nodeSelector: { disk: 7 } }),
    'wrong-type',
    "prod/shop: shop: 'pods.nodeSelector.disk' (7) must be a text of letters, digits, '-', '_' and '.', at most 63, that begins and ends with a letter or a digit",
  ],
  [
    'a taint that is not tolerated',
    {
      ...cloud({ nodes: [node(), { ...tainted, labels: { a: 'b' } }] }),
      ...pods({ nodeSelector: { a: 'b' } }),
    },
    'not-served-here',
    "prod/shop: shop: 'tolerations' ([]) must have one for the taints of a pool of nodes: 'tainted' has 'a:NoSchedule', on cluster 'cloud'",
  ],
  [
    'a toleration of a misspelt effect',
    pods({ tolerations: [{ key: 'a', effect: 'NoScedule' }] }),
    'unknown-name',
    "prod/shop: shop: 'pods.tolerations[0].effect' ('NoScedule') must be one of 'NoSchedule', 'PreferNoSchedule', 'NoExecute' (did you mean 'NoSchedule'?)",
  ],
  [
    'a toleration of nothing',
    pods({ tolerations: [{}] }),
    'conflict',
    "prod/shop: shop: 'tolerations[0]' without a key must have the operator 'Exists'",
  ],
  [
    'a toleration of any value with a value',
    pods({ tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] }),
    'conflict',
    "prod/shop: shop: 'tolerations[0]' with the operator 'Exists' must have no value",
  ],
  [
    'a toleration that ends before it counts',
    pods({ tolerations: [{ key: 'a', effect: 'NoSchedule', tolerationSeconds: 7 }] }),
    'conflict',
    "prod/shop: shop: 'tolerations[0]' with 'tolerationSeconds' must have the effect 'NoExecute'",
  ],
  [
    'an affinity without values',
    affinity({ key: 'kubernetes.io/hostname', operator: 'In' }),
    'conflict',
    "prod/shop: shop: 'affinity': the requirement of 'kubernetes.io/hostname' must have values",
  ],
  [
    'an affinity with values too many',
    affinity({ key: 'kubernetes.io/hostname', operator: 'Exists', values: ['a'] }),
    'conflict',
    "prod/shop: shop: 'affinity': the requirement of 'kubernetes.io/hostname' must have no values",
  ],
  [
    'an affinity to a number that is none',
    affinity({ key: 'kubernetes.io/hostname', operator: 'Gt', values: ['a'] }),
    'conflict',
    "prod/shop: shop: 'affinity': the requirement of 'kubernetes.io/hostname' must have one value, a whole number",
  ],
  [
    'an affinity of an unknown operator',
    affinity({ key: 'a', operator: 'Is' }),
    'unknown-name',
    "prod/shop: shop: 'pods.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].operator' ('Is') must be one of 'In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt' (did you mean 'In'?)",
  ],
  [
    'GPUs on a cluster whose nodes have none',
    pods({ gpus: { count: 1 } }),
    'not-served-here',
    "prod/shop: shop: 'gpus.device' ('nvidia.com/gpu') must be what a pool of nodes of cluster 'cloud' has: none",
  ],
  [
    'a model without its maker',
    { ...cloud({ nodes: [{ ...node(), gpus: { count: 1, model: 'NVIDIA-L4' } }] }), ...gpuShop('L4') },
    'not-served-here',
    "prod/shop: shop: 'gpus.model' ('L4') must be what a pool of nodes of cluster 'cloud' has: 'NVIDIA-L4' (did you mean 'NVIDIA-L4'?)",
  ],
  [
    'a model that no node has',
    { ...cloud({ nodes: [{ ...node(), gpus: { count: 1, model: 'NVIDIA-L4' } }] }), ...gpuShop('Tesla-T4') },
    'not-served-here',
    "prod/shop: shop: 'gpus.model' ('Tesla-T4') must be what a pool of nodes of cluster 'cloud' has: 'NVIDIA-L4'",
  ],
  [
    'more GPUs than a node of the model has',
    {
      ...cloud({
        nodes: [
          { ...node(), gpus: { count: 1, model: 'NVIDIA-L4' } },
          { ...node(), name: 'other', gpus: { count: 4, model: 'Tesla-T4' } },
        ],
      }),
      ...shop({ pods: { gpus: { count: 2, model: 'NVIDIA-L4' } } }),
    },
    'too-large',
    "prod/shop: shop: 'gpus.count' (2) must fit one of the nodes of cluster 'cloud' that may take it, the largest has 1",
  ],
  [
    'more pods than there are devices',
    {
      ...cloud({ nodes: [{ ...node(), gpus: { count: 1 } }] }),
      ...shop({ replicas: 3, pods: { gpus: { count: 1 } } }),
    },
    'too-large',
    "prod/shop: shop: 'replicas' (3) times 'gpus.count' (1) is 3, which must fit cluster 'cloud', all of whose nodes have 2",
  ],
  [
    'pods for which the devices are too far apart',
    {
      ...cloud({ nodes: [{ ...node(), gpus: { count: 3 } }] }),
      ...shop({ replicas: 3, pods: { gpus: { count: 2 } } }),
    },
    'too-large',
    "prod/shop: shop: 'replicas' (3) times 'gpus.count' (2) must fit cluster 'cloud', whose nodes hold only 2 whole pods",
  ],
  [
    'a device without a domain',
    pods({ gpus: { count: 1, device: 'gpu' } }),
    'malformed',
    "prod/shop: shop: 'pods.gpus.device' ('gpu') must be the name of a device, such as 'nvidia.com/gpu'",
  ],
  [
    'half a device',
    pods({ gpus: { count: 0.5 } }),
    'out-of-range',
    "prod/shop: shop: 'pods.gpus.count' (0.5) must be a whole number from 1 to 1024",
  ],
  [
    'a pool with a misspelt taint',
    cloud({ nodes: [{ ...node(), taints: [{ key: 'a', effect: 'NoSchedul' }] }] }),
    'unknown-name',
    "argocd/clusters.ts: 'cloud': 'nodes[0].taints[0].effect' ('NoSchedul') must be one of 'NoSchedule', 'PreferNoSchedule', 'NoExecute' (did you mean 'NoSchedule'?)",
  ],
  [
    'a pool with a label that Kubernetes refuses',
    cloud({ nodes: [{ ...node(), labels: { a: 'b c' } }] }),
    'malformed',
    "argocd/clusters.ts: 'cloud': 'nodes[0].labels.a' ('b c') must be a text of letters, digits, '-', '_' and '.', at most 63, that begins and ends with a letter or a digit",
  ],
  [
    'a pool with less than a device',
    cloud({ nodes: [{ ...node(), gpus: { count: 0 } }] }),
    'out-of-range',
    "argocd/clusters.ts: 'cloud': 'nodes[0].gpus.count' (0) must be a whole number from 1 to 1024",
  ],
  [
    'a pool with a model that no label of NVIDIA says',
    cloud({ nodes: [{ ...node(), gpus: { count: 1, model: 'L4' } }] }),
    'malformed',
    "argocd/clusters.ts: 'cloud': 'nodes[0].gpus.model' ('L4') must have its maker or family before it, as the label 'nvidia.com/gpu.product' has: 'NVIDIA-L4', 'Tesla-T4'",
  ],
  [
    'one model under two labels',
    cloud({
      nodes: [
        { ...node(), gpus: { count: 1, model: 'NVIDIA-L4' } },
        { ...node(), name: 'other', gpus: { count: 1, model: 'NVIDIA-L4', modelLabel: 'example.com/gpu' } },
      ],
    }),
    'conflict',
    "argocd/clusters.ts: 'cloud': 'NVIDIA-L4' is under the labels 'nvidia.com/gpu.product', 'example.com/gpu' of its nodes, pods must find a model by one",
  ],
];

/** Mistakes in labels and annotations of a service or an environment. */
export const metadataCases: readonly Case[] = [
  [
    'metadata of an environment that is a text',
    prod({ metadata: 'x' }),
    'wrong-type',
    "overlays/prod.ts: 'metadata' ('x') must be an object",
  ],
  [
    'a misspelt kind of metadata',
    prod({ metadata: { label: {} } }),
    'unknown-key',
    "overlays/prod.ts: 'metadata.label' is an unknown key, it must be one of 'labels', 'annotations' (did you mean 'labels'?)",
  ],
  [
    'a label with a space',
    prod({ metadata: { labels: { team: 'a b' } } }),
    'malformed',
    "overlays/prod.ts: 'metadata.labels.team' ('a b') must be a text of letters, digits, '-', '_' and '.', at most 63, that begins and ends with a letter or a digit",
  ],
  [
    'a key with a space',
    prod({ metadata: { annotations: { 'the team': 'a' } } }),
    'malformed',
    "overlays/prod.ts: 'metadata.annotations': key 'the team' must be a key of letters, digits, '-', '_' and '.', at most 63, such as 'team' or 'example.com/team'",
  ],
  ...['1e3', '2026-01-01', 'true', 'Null'].map((key): Case => [
    `the key ${key}`,
    prod({ metadata: { annotations: { [key]: 'a' } } }),
    'malformed',
    `overlays/prod.ts: 'metadata.annotations': key '${key}' must begin with a letter, or have a domain, to be a text in YAML too`,
  ]),
  [
    'an annotation that is a number',
    shop({ metadata: { annotations: { team: 7 } } }),
    'wrong-type',
    "prod/shop: shop: 'metadata.annotations.team' (7) must be a text",
  ],
  ...[
    ['app.kubernetes.io/name', 'by which services and policies find pods'],
    ['app.kubernetes.io/part-of', 'by which services and policies find pods'],
    ['plainsail.dev/config', 'which the program writes itself'],
    ['argocd.argoproj.io/sync-options', 'which guard data and keep the order of a sync'],
    ['pod-security.kubernetes.io/enforce', 'which keep a namespace restricted'],
    ['acme.cert-manager.io/http01-solver', 'by which policies let challenges in'],
    ['config.kubernetes.io/local-config', 'which Kustomize takes away'],
    ['internal.config.kubernetes.io/index', 'which Kustomize takes away'],
    ['kubernetes.io/metadata.name', 'which are those of Kubernetes'],
    ['kubectl.kubernetes.io/last-applied-configuration', 'which are those of Kubernetes'],
  ].map(([key = '', whose]): Case => [
    `the reserved key ${key}`,
    shop({ metadata: { labels: { [key]: 'a' } } }),
    'reserved',
    `prod/shop: shop: 'metadata.labels': key '${key}' must be another one, it is one of those ${whose}`,
  ]),
  [
    'a reserved key in code',
    service({ metadata: { labels: { 'app.kubernetes.io/name': 'x' } } }),
    'reserved',
    "overlays/components.ts: 'customer.services.customer.metadata.labels': key 'app.kubernetes.io/name' must be another one, it is one of those by which services and policies find pods",
  ],
  [
    'a key that an object has',
    {
      ...hosted(),
      ...shop({ host: 'shop.example.com', metadata: { annotations: { 'cert-manager.io/cluster-issuer': 'x' } } }),
    },
    'conflict',
    "prod/shop: shop: 'metadata.annotations.cert-manager.io/cluster-issuer' must be another key: Ingress shop has it already, with a value of its own",
  ],
];

function node() {
  return cluster('cloud').nodes[0]!;
}

function gpuShop(model: string): Wrong {
  return shop({ pods: { gpus: { count: 1, model } } });
}

function hosted(): Wrong {
  return cloud({ operators: ['external-secrets', 'cert-manager'] });
}
