import { tenantsOf } from '../../../lib/components/tenants/index.ts';
import { cluster, rows } from '../../fixtures/platform.ts';
import { cast, cloud, clusters, site, tenant } from './case.ts';
import type { Case, Wrong } from './case.ts';

/** Mistakes in the facts of the installation. */
export const siteCases: readonly Case[] = [
  ['a site that is none', { site: cast(7) }, 'wrong-type', 'overlays/site.ts: 7 must be an object'],
  ['no site', { site: cast(undefined) }, 'missing', 'overlays/site.ts: is missing, it must be an object'],
  [
    'a domain left out',
    site({ domain: undefined }),
    'missing',
    "overlays/site.ts: 'domain' is missing, it must be a domain name, such as 'mlops.example.com'",
  ],
  [
    'a domain with a scheme',
    site({ domain: 'https://example.com' }),
    'malformed',
    "overlays/site.ts: 'domain' ('https://example.com') must be a domain name, such as 'mlops.example.com'",
  ],
  [
    'a domain of one label',
    site({ domain: 'example' }),
    'malformed',
    "overlays/site.ts: 'domain' ('example') must be a domain name, such as 'mlops.example.com'",
  ],
  [
    'a tailnet that is a number',
    site({ tailnet: 7 }),
    'wrong-type',
    "overlays/site.ts: 'tailnet' (7) must be a MagicDNS suffix, such as 'example.ts.net'",
  ],
  ...(['100.64.0.0/9', '100.64.0.1/10', '0.0.0.0/0', '8.8.8.0/24', '100.64.0.0', 'fd7a:115c:a1e0::/48'] as const).map(
    (range): Case => [
      `a tailnet of the addresses ${range}`,
      site({ tailnetCidr: range }),
      'malformed',
      `overlays/site.ts: 'tailnetCidr' ('${range}') must be an address range without host bits within one of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10`,
    ],
  ),
  [
    'a tailnet whose addresses are a number',
    site({ tailnetCidr: 100 }),
    'wrong-type',
    "overlays/site.ts: 'tailnetCidr' (100) must be an address range without host bits within one of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10",
  ],
  ...(['2027-02-29', '31.5.2027', ''] as const).map((day): Case => [
    `a token that ends on '${day}'`,
    site({ credentialEnds: { 'argocd_cluster-edge_token': cast(day) } }),
    'malformed',
    `overlays/site.ts: 'credentialEnds.argocd_cluster-edge_token' ('${day}') must be a day, such as '2027-05-31'`,
  ]),
  [
    'an end of what no entry can be called',
    site({ credentialEnds: { 'a token': '2027-05-31' } }),
    'malformed',
    "overlays/site.ts: 'credentialEnds': key 'a token' must be a file name of letters, digits, '-', '_' and '.'",
  ],
  [
    'a misspelt field',
    site({ domian: 'example.com' }),
    'unknown-key',
    "overlays/site.ts: 'domian' is an unknown key, it must be one of 'repository', 'repositoryAccess', 'revision', 'domain', 'tailnet', 'tailnetCidr', 'gcpProject', 'acmeEmail', 'modelRepository', 'exposed', 'chartRepositories', 'registries', 'credentialEnds' (did you mean 'domain'?)",
  ],
  [
    'a short revision',
    site({ revision: 'main' }),
    'malformed',
    "overlays/site.ts: 'revision' ('main') must be fully qualified, such as 'refs/heads/main', or a commit of 40 digits: a short name can mean a branch or a tag",
  ],
  [
    'a repository with two schemes',
    site({ repository: 'https://https://example.com/repo.git' }),
    'malformed',
    "overlays/site.ts: 'repository' ('https://https://example.com/repo.git') must be an HTTPS URL that ends in '.git', or an address for SSH, such as 'git@github.com:owner/name.git'",
  ],
  [
    'a repository with a password',
    site({ repository: 'https://me:word@example.com/repo.git' }),
    'malformed',
    "overlays/site.ts: 'repository' ('https://me:word@example.com/repo.git') must be an HTTPS URL that ends in '.git', or an address for SSH, such as 'git@github.com:owner/name.git'",
  ],
  [
    'a project ID in capitals',
    site({ gcpProject: 'Example-Project' }),
    'malformed',
    "overlays/site.ts: 'gcpProject' ('Example-Project') must be a project ID of 6 to 30 characters",
  ],
  [
    'an e-mail address without a host',
    site({ acmeEmail: 'ops' }),
    'malformed',
    "overlays/site.ts: 'acmeEmail' ('ops') must be an e-mail address",
  ],
  [
    'a repository of models as a URL',
    site({ modelRepository: 'https://example.com/a/b' }),
    'malformed',
    "overlays/site.ts: 'modelRepository' ('https://example.com/a/b') must be 'owner/name'",
  ],
  [
    'a text in place of a list',
    site({ exposed: 'shop' }),
    'wrong-type',
    "overlays/site.ts: 'exposed' ('shop') must be a list",
  ],
  [
    'an unknown endpoint exposed',
    site({ exposed: ['shop/sohp'] }),
    'unknown-name',
    "overlays/site.ts: 'exposed' names 'shop/sohp', which must be an endpoint (did you mean 'shop/shop'?)",
  ],
  [
    'an unknown endpoint exposed twice, once',
    site({ exposed: ['shop/sohp', 'shop/sohp'] }),
    'unknown-name',
    "overlays/site.ts: 'exposed' names 'shop/sohp', which must be an endpoint (did you mean 'shop/shop'?)",
  ],
  [
    'something of every object exposed',
    site({ exposed: ['toString'] }),
    'unknown-name',
    "overlays/site.ts: 'exposed' names 'toString', which must be an endpoint",
  ],
  [
    'an endpoint exposed that has no node port',
    site({ exposed: ['customer/customer'] }),
    'missing',
    "overlays/site.ts: 'exposed' names 'customer/customer', which must have a 'nodePort' where service 'customer/customer' offers it",
  ],
];

const { components } = rows();

/** One tenant on the platform, with two pods. */
function withTenant(quota: object): Wrong {
  const tenants = [tenant('a', quota)];
  return { tenants, components: { ...components, tenants: tenantsOf(tenants) } };
}

/** Mistakes in the table of tenants. */
export const tenantCases: readonly Case[] = [
  ['tenants that are no list', { tenants: cast({}) }, 'wrong-type', 'overlays/tenants.ts: {} must be a list'],
  ['no tenants at all', { tenants: cast(undefined) }, 'missing', 'overlays/tenants.ts: is missing, it must be a list'],
  [
    'two tenants of one name',
    { tenants: [tenant('a'), tenant('a')] },
    'duplicate',
    "overlays/tenants.ts: 'a' is defined twice, each name must be there once",
  ],
  [
    'a tenant whose name leaves no room for the environment',
    { tenants: [tenant('a'.repeat(60))] },
    'out-of-range',
    `overlays/tenants.ts: '${'a'.repeat(60)}': 'name' ('${'a'.repeat(60)}', 60 characters) must have at most 58, so that the names of its namespaces, which end in the environment, have at most 63`,
  ],
  [
    'a host of an environment that is none',
    { tenants: [{ ...tenant('a'), hosts: { prot: 'a.example.com' } }] },
    'unknown-name',
    "overlays/tenants.ts: 'a': key 'prot' of 'hosts' must be an environment: 'prod' (did you mean 'prod'?)",
  ],
  [
    'a model without an alias',
    { tenants: [{ ...tenant('a'), model: 'sentiment' }] },
    'malformed',
    "overlays/tenants.ts: 'a': 'model' ('sentiment') must be a model's name and its alias, such as 'sentiment@champion'",
  ],
  [
    'a field that a tenant does not have',
    { tenants: [{ ...tenant('a'), hots: {} } as never] },
    'unknown-key',
    "overlays/tenants.ts: 'a': 'hots' is an unknown key, it must be one of 'name', 'quota', 'image', 'model', 'hosts', 'gpus', 'cpu', 'cpuLimit', 'memory', 'memoryLimit', 'scratch' (did you mean 'hosts'?)",
  ],
  [
    'a tenant that is called as a component',
    { tenants: [tenant('shop')], components: { ...components, tenants: tenantsOf([tenant('shop')]) } },
    'duplicate',
    "overlays/tenants.ts: 'shop': 'name' ('shop') is a name of overlays/components.ts already, it must be another one",
  ],
  [
    'a quota that does not hold a rollout at its most',
    { ...withTenant({ cpu: '399m', memory: '1Gi' }) },
    'conflict',
    "overlays/tenants.ts: 'a': 'quota.cpu' ('399m') must be at least '400m', which its 4 pods request at the most in prod, those of a rollout among them",
  ],
  [
    'a quota with too little memory',
    { ...withTenant({ cpu: '1', memory: '511Mi' }) },
    'conflict',
    "overlays/tenants.ts: 'a': 'quota.memory' ('511Mi') must be at least '512Mi', which its 4 pods request at the most in prod, those of a rollout among them",
  ],
  [
    'a tenant without a name',
    { tenants: [tenant('a'), tenant('')] },
    'malformed',
    "overlays/tenants.ts: row 2: 'name' ('') must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'a tenant that is undefined',
    { tenants: [cast(undefined)] },
    'missing',
    'overlays/tenants.ts: row 1: is missing, it must be an object',
  ],
  [
    'a hole in the list',
    { tenants: cast(new Array(1)) },
    'missing',
    'overlays/tenants.ts: row 1: is missing, it must be an object',
  ],
  [
    'a quota in the wrong unit',
    { tenants: [tenant('a', { cpu: '2', memory: '4GB' })] },
    'malformed',
    "overlays/tenants.ts: 'a': 'quota.memory' ('4GB') must be a quantity of bytes, from '4Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a negative quota',
    { tenants: [tenant('a', { cpu: '2', memory: '-5Gi' })] },
    'malformed',
    "overlays/tenants.ts: 'a': 'quota.memory' ('-5Gi') must be a quantity of bytes, from '4Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a quota of nothing',
    { tenants: [tenant('a', { cpu: '0', memory: '1Gi' })] },
    'out-of-range',
    "overlays/tenants.ts: 'a': 'quota.cpu' ('0') must be cores or thousandths of one, from '1m' to '1000', such as '2' or '250m'",
  ],
  [
    'a quota that no cluster has',
    { tenants: [tenant('a', { cpu: '1', memory: '99999999Gi' })] },
    'out-of-range',
    "overlays/tenants.ts: 'a': 'quota.memory' ('99999999Gi') must be a quantity of bytes, from '4Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a quota as a number',
    { tenants: [tenant('a', { cpu: 2, memory: '1Gi' })] },
    'wrong-type',
    "overlays/tenants.ts: 'a': 'quota.cpu' (2) must be cores or thousandths of one, from '1m' to '1000', such as '2' or '250m'",
  ],
  [
    'a quota for a text',
    { tenants: [tenant('a', cast('2'))] },
    'wrong-type',
    "overlays/tenants.ts: 'a': 'quota' ('2') must be an object",
  ],
];

/** Mistakes in the table of clusters. */
export const clusterCases: readonly Case[] = [
  ['no cluster', clusters(), 'missing', 'argocd/clusters.ts: there is no cluster, at least one row must be there'],
  [
    'a cluster that is null',
    clusters(cluster('cloud'), cluster('farm'), cast(null)),
    'wrong-type',
    'argocd/clusters.ts: row 3: null must be an object',
  ],
  [
    'two clusters of one name',
    clusters(
      cluster('cloud'),
      cluster('farm'),
      cluster('farm', {
        argocdName: 'b',
        tailnetHost: 'b.example.ts.net',
        metricLabels: { cluster: 'b' },
      }),
    ),
    'duplicate',
    "argocd/clusters.ts: 'farm' is defined twice, each name must be there once",
  ],
  [
    'two clusters under one name in the tailnet',
    clusters(cluster('cloud'), cluster('farm', { tailnetHost: 'cloud.example.ts.net' })),
    'duplicate',
    "argocd/clusters.ts: 'tailnetHost': 'cloud.example.ts.net' is defined twice, each name must be there once",
  ],
  [
    'two clusters with one label',
    clusters(cluster('cloud'), cluster('farm', { metricLabels: { cluster: 'cloud' } })),
    'duplicate',
    "argocd/clusters.ts: 'metricLabels.cluster': 'cloud' is defined twice, each name must be there once",
  ],
  [
    'a first cluster that does not run Argo CD',
    clusters(cluster('farm'), cluster('cloud')),
    'conflict',
    "argocd/clusters.ts: 'farm': 'argocdName' ('farm') must be 'in-cluster', because the first row runs Argo CD",
  ],
  [
    'a name in Argo CD with a dot',
    clusters(cluster('cloud'), cluster('farm', { argocdName: 'a.b' })),
    'malformed',
    "argocd/clusters.ts: 'farm': 'argocdName' ('a.b') must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'an old Kubernetes',
    cloud({ kubernetes: '1.28' }),
    'out-of-range',
    "argocd/clusters.ts: 'cloud': 'kubernetes' ('1.28') must be a version from '1.33' to '1.36'",
  ],
  [
    'a Kubernetes that is a number',
    cloud({ kubernetes: 1.34 }),
    'wrong-type',
    "argocd/clusters.ts: 'cloud': 'kubernetes' (1.34) must be a version from '1.33' to '1.36'",
  ],
  [
    'a misspelt field',
    cloud({ tailnethost: 'a.example.ts.net' }),
    'unknown-key',
    "argocd/clusters.ts: 'cloud': 'tailnethost' is an unknown key, it must be one of 'name', 'argocdName', 'kubernetes', 'nodes', 'tailnetHost', 'apiServerPort', 'apiServer', 'kubelets', 'nodePortSources', 'publishedNodePorts', 'dns', 'ingress', 'bringsMetrics', 'karpenter', 'storageClass', 'networkedClass', 'identityProvider', 'metricLabels', 'operators' (did you mean 'tailnetHost'?)",
  ],
  [
    'a tailnet host with a port',
    cloud({ tailnetHost: 'cloud.example.ts.net:443' }),
    'malformed',
    "argocd/clusters.ts: 'cloud': 'tailnetHost' ('cloud.example.ts.net:443') must be a host name, such as 'grafana.example.com', without scheme, port or path",
  ],
  [
    'an API server at a port of its own that is none',
    cloud({ apiServerPort: 65536 }),
    'out-of-range',
    "argocd/clusters.ts: 'cloud': 'apiServerPort' (65536) must be a whole number from 1 to 65535",
  ],
  [
    'an address that follows from the name',
    cloud({ apiServerUrl: 'https://cloud.example.ts.net:6443' }),
    'unknown-key',
    "argocd/clusters.ts: 'cloud': 'apiServerUrl' is an unknown key, it must be one of 'name', 'argocdName', 'kubernetes', 'nodes', 'tailnetHost', 'apiServerPort', 'apiServer', 'kubelets', 'nodePortSources', 'publishedNodePorts', 'dns', 'ingress', 'bringsMetrics', 'karpenter', 'storageClass', 'networkedClass', 'identityProvider', 'metricLabels', 'operators' (did you mean 'apiServerPort'?)",
  ],
  [
    'an API server at port 0',
    cloud({ apiServer: { cidrs: ['10.0.0.0/24'], port: 0 } }),
    'out-of-range',
    "argocd/clusters.ts: 'cloud': 'apiServer.port' (0) must be a whole number from 1 to 65535",
  ],
  [
    'a port as a text',
    cloud({ apiServer: { cidrs: ['10.0.0.0/24'], port: '6443' } }),
    'wrong-type',
    "argocd/clusters.ts: 'cloud': 'apiServer.port' ('6443') must be a whole number from 1 to 65535",
  ],
  [
    'no addresses of kubelets',
    cloud({ kubelets: { cidrs: [], port: 10250 } }),
    'missing',
    "argocd/clusters.ts: 'cloud': 'kubelets.cidrs' ([]) must be a list with at least one item",
  ],
  [
    'an address range of nothing',
    cloud({ nodePortSources: ['10.0.0.300/24'] }),
    'malformed',
    "argocd/clusters.ts: 'cloud': 'nodePortSources[0]' ('10.0.0.300/24') must be an address range without host bits, such as '10.0.0.0/8'",
  ],
  [
    'an address range with host bits',
    cloud({ nodePortSources: ['10.0.0.0/24', '10.1.2.3/24'] }),
    'malformed',
    "argocd/clusters.ts: 'cloud': 'nodePortSources[1]' ('10.1.2.3/24') must be an address range without host bits, such as '10.0.0.0/8'",
  ],
  [
    'an address range of 33 bits',
    cloud({ nodePortSources: ['10.0.0.0/33'] }),
    'malformed',
    "argocd/clusters.ts: 'cloud': 'nodePortSources[0]' ('10.0.0.0/33') must be an address range without host bits, such as '10.0.0.0/8'",
  ],
  [
    'no nodes',
    cloud({ nodes: [] }),
    'missing',
    "argocd/clusters.ts: 'cloud': 'nodes' ([]) must be a list with at least one item",
  ],
  [
    'a pool without nodes',
    cloud({ nodes: [node({ count: 0 })] }),
    'out-of-range',
    "argocd/clusters.ts: 'cloud': 'nodes[0].count' (0) must be a whole number from 1 to 5000",
  ],
  [
    'a node without memory',
    cloud({ nodes: [node({ memory: '0Mi' })] }),
    'out-of-range',
    "argocd/clusters.ts: 'cloud': 'nodes[0].memory' ('0Mi') must be a quantity of bytes, from '4Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a node with a misspelt field',
    cloud({ nodes: [node({ ephemeralstorage: '1Gi' })] }),
    'unknown-key',
    "argocd/clusters.ts: 'cloud': 'nodes[0].ephemeralstorage' is an unknown key, it must be one of 'name', 'count', 'max', 'arch', 'cpu', 'memory', 'ephemeralStorage', 'volumeDisk', 'labels', 'taints', 'gpus', 'karpenter' (did you mean 'ephemeralStorage'?)",
  ],
  [
    'a disk for volumes of a hundred bytes',
    cloud({ nodes: [node({ volumeDisk: '100' })] }),
    'out-of-range',
    "argocd/clusters.ts: 'cloud': 'nodes[0].volumeDisk' ('100') must be a quantity of bytes, from '1Mi' to '65536Gi', such as '512Mi' or '2G'",
  ],
  [
    'a networked class that is no name',
    cloud({ networkedClass: 'Fast Disks' }),
    'malformed',
    "argocd/clusters.ts: 'cloud': 'networkedClass' ('Fast Disks') must hold only lower-case letters, digits, '-' and '.', at most 253",
  ],
  [
    'nodes of an architecture that no image is built for',
    cloud({ nodes: [node({ arch: 'arm' })] }),
    'unknown-name',
    "argocd/clusters.ts: 'cloud': 'nodes[0].arch' ('arm') must be 'amd64' or 'arm64'",
  ],
  [
    'a pool that grows to fewer nodes than it has',
    cloud({ nodes: [node({ max: 1 })] }),
    'conflict',
    "argocd/clusters.ts: 'cloud': 'nodes[0].max' (1) must be at least 'count' (2)",
  ],
  [
    'two pools of one name',
    cloud({ nodes: [node({}), node({})] }),
    'duplicate',
    "argocd/clusters.ts: 'cloud': 'nodes': 'node' is defined twice, each name must be there once",
  ],
  [
    'a node port out of range',
    cloud({ publishedNodePorts: [30080, 80] }),
    'out-of-range',
    "argocd/clusters.ts: 'cloud': 'publishedNodePorts[1]' (80) must be a whole number from 30000 to 32767",
  ],
  [
    'a label of DNS that is a number',
    cloud({ dns: { namespace: 'kube-system', labels: { a: 1 } } }),
    'wrong-type',
    "argocd/clusters.ts: 'cloud': 'dns.labels.a' (1) must be a text that is not empty",
  ],
  [
    'annotations for an ingress controller that Argo CD would read',
    cloud({
      ingress: { namespace: 'a', className: 'b', labels: {}, annotations: { 'argocd.argoproj.io/sync-wave': '1' } },
    }),
    'reserved',
    "argocd/clusters.ts: 'cloud': 'ingress.annotations': key 'argocd.argoproj.io/sync-wave' must be another one, it is one of those which guard data and keep the order of a sync",
  ],
  [
    'an ingress controller without a class',
    cloud({ ingress: { namespace: 'a', labels: {} } }),
    'missing',
    "argocd/clusters.ts: 'cloud': 'ingress.className' is missing, it must hold only lower-case letters, digits, '-' and '.', at most 253",
  ],
  [
    'an identity provider that is none',
    cloud({ identityProvider: 'gcp' }),
    'malformed',
    "argocd/clusters.ts: 'cloud': 'identityProvider' ('gcp') must be 'projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>'",
  ],
  [
    'series without a cluster',
    cloud({ metricLabels: { place: 'here' } }),
    'missing',
    "argocd/clusters.ts: 'cloud': 'metricLabels.cluster' is missing, series must name their cluster",
  ],
  [
    'a label that Prometheus refuses',
    cloud({ metricLabels: { 'cluster': 'a', 'is-far': 'no' } }),
    'malformed',
    "argocd/clusters.ts: 'cloud': 'metricLabels': key 'is-far' must be a name of a label, such as location",
  ],
  [
    'an operator twice',
    cloud({ operators: ['external-secrets', 'external-secrets'] }),
    'duplicate',
    "argocd/clusters.ts: 'cloud': 'operators': 'external-secrets' is defined twice, each name must be there once",
  ],
  [
    'operators as a text',
    cloud({ operators: 'external-secrets' }),
    'wrong-type',
    "argocd/clusters.ts: 'cloud': 'operators' ('external-secrets') must be a list",
  ],
];

function node(change: object): object {
  return { name: 'node', count: 2, cpu: '2', memory: '8Gi', ephemeralStorage: '50Gi', ...change };
}
