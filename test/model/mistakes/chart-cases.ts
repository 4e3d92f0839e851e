import { cacheService, store } from '../../fixtures/cache.ts';
import { rows, serviceOf, Shop } from '../../fixtures/platform.ts';
import type { Case, Wrong } from './case.ts';

const where = 'prod/store: cache';

/** A chart that prod asks for with a change. */
function chart(release: object): Wrong {
  return told({ release });
}

function told(settings: object): Wrong {
  return {
    components: { ...rows().components, store: store() },
    environments: [{ name: 'prod', placement: { default: 'cloud' }, settings: { store: { cache: settings } } }],
  };
}

/** The pods of the chart with a change. */
function pods(change: object): Wrong {
  return chart({ pods: [{ workload: 'StatefulSet', name: 'cache', containers: { cache: {} }, ...change }] });
}

/** The container of the chart. */
function container(stated: object): Wrong {
  return pods({ containers: { cache: stated } });
}

/** Mistakes in charts of components. */
export const chartCases: readonly Case[] = [
  [
    'a repository without a scheme',
    chart({ repository: 'charts.example.com' }),
    'malformed',
    `${where}: 'repository' ('charts.example.com') must be an HTTPS URL of one host or a registry, such as 'https://charts.example.com' or 'oci://ghcr.io/example-org/charts'`,
  ],
  [
    'a registry without a path',
    chart({ repository: 'oci://ghcr.io' }),
    'malformed',
    `${where}: 'repository' ('oci://ghcr.io') must be an HTTPS URL of one host or a registry, such as 'https://charts.example.com' or 'oci://ghcr.io/example-org/charts'`,
  ],
  [
    'a chart by a path',
    chart({ chart: 'a/b' }),
    'malformed',
    `${where}: 'chart' ('a/b') must hold only lower-case letters, digits, '-' and '.', at most 253`,
  ],
  [
    'a range of versions',
    chart({ version: '1.x' }),
    'not-pinned',
    `${where}: 'version' ('1.x') must be one exact version, such as '1.2.3'`,
  ],
  ['values as a text', chart({ values: 'a: b' }), 'wrong-type', `${where}: 'values' ('a: b') must be an object`],
  ['no kinds', chart({ kinds: [] }), 'missing', `${where}: 'kinds' ([]) must be a list with at least one item`],
  [
    'a kind without its group',
    chart({ kinds: ['/Service', 'apps/StatefulSet', 'Secret'] }),
    'malformed',
    `${where}: 'kinds[2]' ('Secret') must be '<group>/<kind>', such as 'apps/Deployment' or '/Service'`,
  ],
  [
    'pods of a kind that it does not bring',
    chart({ kinds: ['/Service', 'apps/Deployment'] }),
    'conflict',
    `${where}: 'kinds' must hold 'apps/StatefulSet', because 'pods' have 'cache-primary'`,
  ],
  [
    'endpoints without Services',
    chart({ kinds: ['apps/StatefulSet'] }),
    'conflict',
    `${where}: 'kinds' must hold '/Service', because it offers endpoints`,
  ],
  [
    'kinds of the cluster without a reason',
    chart({ clusterKinds: { 'rbac.authorization.k8s.io/ClusterRole': 'needed' } }),
    'malformed',
    `${where}: 'clusterKinds.rbac.authorization.k8s.io/ClusterRole' ('needed') must be a reason of at least three words`,
  ],
  [
    'a kind of the cluster without its group',
    chart({ clusterKinds: { ClusterRole: 'it reads the nodes' } }),
    'malformed',
    `${where}: 'clusterKinds': key 'ClusterRole' must be '<group>/<kind>', such as 'apps/Deployment' or '/Service'`,
  ],
  [
    'a kind that is said twice',
    chart({ clusterKinds: { '/Service': 'it is called so' } }),
    'conflict',
    `${where}: 'kinds' and 'clusterKinds' both hold '/Service', it must be in one of them`,
  ],
  ['pods that are none', chart({ pods: {} }), 'wrong-type', `${where}: 'pods' ({}) must be a list`],
  [
    'pods of an unknown workload',
    pods({ workload: 'Deploymnet' }),
    'unknown-name',
    `${where}: 'pods[0].workload' ('Deploymnet') must be one of 'Deployment', 'StatefulSet', 'DaemonSet', 'Job' (did you mean 'Deployment'?)`,
  ],
  [
    'a workload without a name',
    pods({ name: undefined }),
    'missing',
    `${where}: 'pods[0].name' is missing, it must hold only lower-case letters, digits, '-' and '.', at most 253`,
  ],
  [
    'fewer pods than none',
    pods({ replicas: -1 }),
    'out-of-range',
    `${where}: 'pods[0].replicas' (-1) must be a whole number from 0 to 10000`,
  ],
  [
    'a misspelt field of pods',
    pods({ replica: 2 }),
    'unknown-key',
    `${where}: 'pods[0].replica' is an unknown key, it must be one of 'workload', 'name', 'replicas', 'containers', 'initContainers', 'claims' (did you mean 'replicas'?)`,
  ],
  [
    'an init container that is none',
    pods({ initContainers: { first: 7 } }),
    'wrong-type',
    `${where}: 'pods[0].initContainers.first' (7) must be an object`,
  ],
  [
    'a claim of nothing',
    pods({ claims: ['1M'] }),
    'out-of-range',
    `${where}: 'pods[0].claims[0]' ('1M') must be a quantity of bytes, from '16Mi' to '65536Gi', such as '512Mi' or '2G'`,
  ],
  [
    'an amount that is none',
    container({ limits: { memory: '1GB' } }),
    'malformed',
    `${where}: 'pods[0].containers.cache.limits.memory' ('1GB') must be a quantity of bytes, from '4Mi' to '65536Gi', such as '512Mi' or '2G'`,
  ],
  [
    'a misspelt side of amounts',
    container({ limit: {} }),
    'unknown-key',
    `${where}: 'pods[0].containers.cache.limit' is an unknown key, it must be one of 'requests', 'limits' (did you mean 'limits'?)`,
  ],
  [
    'a request above its limit',
    container({ requests: { cpu: '2' }, limits: { cpu: '1' } }),
    'conflict',
    `${where}: 'cache': container 'cache': 'requests.cpu' (2) must not exceed 'limits.cpu' (1)`,
  ],
  [
    'a request above what the namespace gives',
    container({ requests: { cpu: '500m' } }),
    'conflict',
    `${where}: 'cache': container 'cache': 'requests.cpu' (500m) must not exceed 'limits.cpu' (100m, which the LimitRange gives where it states none)`,
  ],
  [
    'pods that no node holds',
    container({ requests: { memory: '9Gi' }, limits: { memory: '9Gi' } }),
    'too-large',
    `${where}: 'memory' (9Gi) must fit a node of cluster 'cloud', the largest has 8Gi`,
  ],
  [
    'a call of the Kubernetes API by a text',
    chart({ callsKubernetesApi: 'yes' }),
    'wrong-type',
    `${where}: 'callsKubernetesApi' ('yes') must be true or false`,
  ],
  [
    'an entry of a Secret without a key',
    chart({ secrets: [{ secret: 'cache' }] }),
    'missing',
    `${where}: 'secrets[0].key' is missing, it must be a file name of letters, digits, '-', '_' and '.'`,
  ],
  [
    'an entry that Secret Manager has no name for',
    chart({ secrets: [{ secret: 'cache', key: 'a.b' }] }),
    'malformed',
    `${where}: Secret 'cache': key 'a.b' would be the entry 'prod_store_cache_a.b' of Secret Manager, which must have letters, digits, - and _ only`,
  ],
  [
    'a misspelt field',
    chart({ vesion: '1.2.3' }),
    'unknown-key',
    `${where}: 'vesion' is an unknown key, it must be one of 'repository', 'chart', 'version', 'values', 'kinds', 'clusterKinds', 'pods', 'callsKubernetesApi', 'secrets' (did you mean 'version'?)`,
  ],
  [
    'pods that nothing finds',
    { components: { ...rows().components, store: store({ services: { cache: cacheService({ pods: {} }) } }) } },
    'missing',
    "base/store: cache: 'pods' of the service is missing, it must be the labels by which the chart's pods are found",
  ],
  [
    'a chart that calls what nobody offers',
    told({ calls: 'shop/shp' }),
    'refused',
    `${where}: endpoint 'shop/shp' is not offered by component 'shop', it must be a name there, or '<component>/<name>' (did you mean 'shop/shop'?)`,
  ],
  [
    'pods that the labels of another chart find',
    {
      components: {
        ...rows().components,
        store: store({
          services: {
            cache: cacheService(),
            other: cacheService({ offers: {}, pods: { 'app.kubernetes.io/instance': 'cache', 'more': 'x' } }),
          },
        }),
      },
    },
    'conflict',
    `service 'store/cache': 'pods' ({"app.kubernetes.io/instance":"cache"}) also finds those of 'other', each service must find its own`,
  ],
  [
    'pods that are found by the name of another service',
    {
      components: {
        ...rows().components,
        store: store({
          services: {
            cache: cacheService({ pods: { 'app.kubernetes.io/name': 'shop' } }),
            shop: serviceOf(Shop, 'shop'),
          },
        }),
      },
    },
    'conflict',
    `service 'store/cache': 'pods' ({"app.kubernetes.io/name":"shop"}) also finds those of 'shop', each service must find its own`,
  ],
  [
    'labels of pods that are no texts',
    {
      components: {
        ...rows().components,
        store: store({ services: { cache: cacheService({ pods: { app: 7 } as never }) } }),
      },
    },
    'wrong-type',
    "overlays/components.ts: 'store.services.cache.pods.app' (7) must be a text that is not empty",
  ],
];
