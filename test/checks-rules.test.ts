import { rules } from '../lib/checks/rules/index.ts';
import { clusterSamples, samples } from './checks-samples.ts';
import type { Loose } from './checks-samples.ts';
import { findingsAfter } from './checks-world.ts';
import type { EditableWorld } from './checks-world.ts';

const shop = 'overlays/prod/shop';
const data = 'overlays/prod/data';
const model = 'overlays/prod/model';
const foundation = 'clusters/home/foundation';

type Case = readonly [mistake: string, edit: (world: EditableWorld) => void, message: string];

/** For each rule what breaks it, and what it then says. The network has tests of its own, but each rule is here. */
const cases: Readonly<Record<string, readonly Case[]>> = {
  'valid-schema': [
    ['a misspelt field', world => { deployment(world).spec.replica = 1; }, 'spec.replica is unknown'],
    ['a kind without a schema', world => world.add(shop, { ...samples.ConfigMap, kind: 'ConfigMaps', metadata: shopName('x') }), "is of kind 'v1 ConfigMaps'"],
  ],
  'valid-name': [
    ['an upper-case name', world => { world.object(shop, 'PersistentVolumeClaim').metadata.name = 'Api'; }, "is named 'Api'"],
    ['a Service that begins with a digit', world => { world.object(data, 'Service', 'api-pods').metadata.name = '1api'; }, "is named '1api'"],
    ['a StatefulSet without room for its pods', world => { world.object(data, 'StatefulSet').metadata.name = 'a'.repeat(53); }, "is named 'aaa"],
    ['a container with a dot', world => { container(world).name = 'a.b'; }, "has a part named 'a.b'"],
    ['a volume in upper case', world => { template(world).volumes[0].name = 'TMP'; }, "has a part named 'TMP'"],
    ['a namespace with a dot', world => { world.object(foundation, 'Namespace', 'shop-prod').metadata.name = 'a.b'; }, "is named 'a.b'"],
  ],
  'valid-labels': [
    ['a long label', world => { deployment(world).metadata.labels.x = 'a'.repeat(64); }, "has label 'x'"],
    ['a label of a pod', world => { deployment(world).spec.template.metadata.labels.x = 'a b'; }, "has label 'x' of value 'a b'"],
    ['a key with a space', world => { deployment(world).metadata.annotations = { 'a b': '' }; }, "has the key 'a b'"],
    ['annotations of more than 256 KiB', world => { deployment(world).metadata.annotations = { a: 'x'.repeat(262145) }; }, 'has annotations of 262146 bytes'],
  ],
  'valid-key': [
    ['a file name with a space', world => { files(world).data['a b'] = ''; }, "has the entry 'a b'"],
    ['a variable with a space', world => { container(world).env[0].name = 'A B'; }, "container 'api' sets the variable 'A B'"],
    ['an entry of a Secret', world => { world.object(foundation, 'ExternalSecret').spec.data[0].secretKey = 'a/b'; }, "has the entry 'a/b'"],
  ],
  'valid-port': [
    ['a long port name', world => { container(world).ports[0].name = 'a-name-of-16-chars'; }, "has a port named 'a-name-of-16-chars'"],
    ['a port out of range', world => { service(world).spec.ports[0].port = 70000; }, 'has the port 70000'],
    ['a policy of port 0', world => { policy(world, shop).spec.ingress[0].ports[0].port = 0; }, 'has the port 0'],
  ],
  'unique-items': [
    ['a variable twice', world => { container(world).env.push({ name: 'LEVEL', value: 'debug' }); }, "container 'api': env has 'LEVEL' more than once"],
    ['two containers of one name', world => { template(world).initContainers[0].name = 'api'; }, "the pod has 'api' more than once"],
    ['two mounts at one path', world => { container(world).volumeMounts[1].mountPath = '/tmp'; }, "volumeMounts has '/tmp'"],
    ['two volumes of one name', world => { template(world).volumes[1].name = 'tmp'; }, "volumes has 'tmp'"],
    ['a port twice', world => { service(world).spec.ports.push({ name: 'other', port: 8080, protocol: 'TCP', targetPort: 'http' }); }, "spec.ports has '8080/TCP'"],
    ['a port name twice', world => { service(world).spec.ports.push({ name: 'http', port: 81, protocol: 'TCP', targetPort: 'http' }); }, "spec.ports has 'http'"],
  ],
  'fits-its-store': [
    ['a ConfigMap of more than a mebibyte', world => { files(world).data.large = 'x'.repeat(1024 * 1024); }, 'the most is 1048576'],
  ],
  'selector-finds-own-pods': [
    ['other labels', world => { deployment(world).spec.selector.matchLabels.extra = 'x'; }, 'but its pods are labelled'],
    ['an empty selector', world => { deployment(world).spec.selector = {}; }, 'selects {}'],
  ],

  'object-once': [
    ['an object in two Applications', world => world.add(foundation, deployment(world)), `is delivered to cluster 'home' by '${foundation}' too`],
    ['an object of two versions', world => {
      world.add(foundation, { ...world.object(shop, 'HorizontalPodAutoscaler'), apiVersion: 'autoscaling/v1' });
    }, `is delivered to cluster 'home' by '${foundation}' too`],
    ['one and the same object in two units', world => { world.unit(foundation).manifests.push(deployment(world)); }, `by '${foundation}' too`],
    ['an object twice in one unit', world => world.add(shop, service(world)), `is delivered to cluster 'home' by '${shop}' too`],
  ],
  'component-in-one-namespace': [
    ['another namespace', world => { files(world).metadata.namespace = 'data-prod'; }, "is in namespace 'data-prod'"],
    ['a cluster-scoped object', world => world.add(shop, clusterSamples.ClusterRole), 'is cluster-scoped'],
  ],
  'cluster-scoped-once': [
    ['a cluster-scoped object of an environment', world => world.add(shop, clusterSamples.ClusterRole), "but environment 'prod' delivers it"],
    ['a cluster-scoped object with a namespace', world => { world.object(foundation, 'PriorityClass', 'serving').metadata.namespace = 'x'; }, 'must not have the namespace'],
    ['an object without its namespace', world => { delete files(world).metadata.namespace; }, 'has no namespace'],
  ],
  'nothing-dropped': [
    ['an object of the base that is gone', world => world.remove(shop, 'PodDisruptionBudget'), 'drops PodDisruptionBudget api of the base'],
  ],
  'guarded-data': [
    ['a claim that may be pruned', world => { world.object(shop, 'PersistentVolumeClaim').metadata.annotations = {}; }, 'has no sync option Prune=false'],
    ['a namespace that may be deleted', world => {
      world.object(foundation, 'Namespace', 'shop-prod').metadata.annotations['argocd.argoproj.io/sync-options'] = 'Prune=confirm';
    }, 'has no sync option Delete=false'],
    ['a claim template', world => { delete world.object(data, 'StatefulSet').spec.volumeClaimTemplates[0].metadata.annotations; }, "claim template 'data' has no sync option"],
  ],
  'node-port-unique': [
    ['a node port twice', world => world.add(data, nodePort(30800, 'data-prod')), 'which 2 Services of cluster'],
    ['a node port out of range', world => world.add(data, nodePort(80, 'data-prod')), 'must be from 30000 to 32767'],
    ['a node port that is not published', world => world.add(model, nodePort(30901, 'model-prod')), "which cluster 'far' does not publish"],
  ],
  'replicas-owned-once': [
    ['replicas beside an autoscaler', world => { deployment(world).spec.replicas = 2; }, 'has 2 replicas, but an autoscaler'],
    ['two autoscalers', world => {
      world.add(shop, { ...world.object(shop, 'HorizontalPodAutoscaler'), metadata: shopName('other') });
    }, 'has 2 autoscalers'],
    ['replicas beside an autoscaler of KEDA', world => world.add(model, {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { name: 'api', namespace: 'model-prod' },
      spec: { scaleTargetRef: { name: 'api' } },
    }), 'has 2 replicas, but an autoscaler'],
  ],

  'container-resources': [
    ['no memory limit', world => { delete container(world).resources.limits.memory; }, "container 'api' has no resources.limits.memory"],
    ['nothing for an init container', world => { delete template(world).initContainers[0].resources; }, "init container 'wait' has no resources.requests.cpu"],
  ],
  'container-probes': [
    ['no readiness probe', world => { delete container(world).readinessProbe; }, "container 'api' has no readinessProbe"],
    ['a sidecar without probes', world => { template(world).initContainers[0].restartPolicy = 'Always'; }, "init container 'wait' has no livenessProbe"],
  ],
  'pinned-image': [
    ['latest', world => { container(world).image = 'x/api:latest'; }, "runs 'x/api:latest'"],
    ['no tag', world => { container(world).image = 'localhost:5000/api'; }, "runs 'localhost:5000/api'"],
    ['a branch', world => { container(world).image = 'x/api:main-abcdef0'; }, "runs 'x/api:main-abcdef0'"],
    ['a major version only', world => { template(world).initContainers[0].image = 'postgres:17'; }, "runs 'postgres:17'"],
    ['a short digest', world => { container(world).image = 'x/api@sha256:0f3c'; }, "runs 'x/api@sha256:0f3c'"],
  ],
  'stated-protocol': [
    ['a container port', world => { delete container(world).ports[0].protocol; }, "container 'api' has port 'http' without a protocol"],
    ['a Service port', world => { delete service(world).spec.ports[0].protocol; }, "spec has port 'http' without a protocol"],
    ['a policy port', world => { delete policy(world, shop).spec.egress[0].ports[0].protocol; }, 'without a protocol'],
  ],
  'restricted-pod': [
    ['the network of the node', world => { template(world).hostNetwork = true; }, 'sets hostNetwork'],
    ['a folder of the node', world => { template(world).volumes.push({ name: 'node', hostPath: { path: '/' } }); }, "has volume 'node' of kind 'hostPath'"],
    ['containers that may be root', world => { template(world).securityContext.runAsNonRoot = false; }, 'lets its containers run as root'],
    ['user 0', world => { template(world).securityContext.runAsUser = 0; }, 'runs as user 0'],
    ['an unsafe sysctl', world => { template(world).securityContext.sysctls = [{ name: 'kernel.msgmax', value: '1' }]; }, "sets the sysctl 'kernel.msgmax'"],
    ['a token for all', world => { delete template(world).automountServiceAccountToken; }, 'does not turn automountServiceAccountToken off'],
    ['the default account', world => { template(world).serviceAccountName = 'default'; }, "runs as service account 'default'"],
  ],
  'restricted-container': [
    ['escalation', world => { delete security(world).allowPrivilegeEscalation; }, 'does not forbid privilege escalation'],
    ['privileges', world => { security(world).privileged = true; }, 'is privileged'],
    ['a writable root', world => { security(world).readOnlyRootFilesystem = false; }, 'may write to its root file system'],
    ['root', world => { delete template(world).securityContext.runAsNonRoot; }, 'may run as root'],
    ['root against its pod', world => { security(world).runAsNonRoot = false; }, "container 'api' may run as root"],
    ['user 0', world => { security(world).runAsUser = 0; }, 'runs as user 0'],
    ['no seccomp profile', world => { delete template(world).securityContext.seccompProfile; }, "has the seccomp profile ''"],
    ['capabilities kept', world => { security(world).capabilities.drop = ['NET_RAW']; }, 'does not drop'],
    ['capabilities added', world => { security(world).capabilities.add = ['SYS_ADMIN']; }, "adds the capabilities 'SYS_ADMIN'"],
    ['a port of the node', world => { container(world).ports[0].hostPort = 80; }, 'opens a port of its node'],
    ['AppArmor turned off', world => { security(world).appArmorProfile = { type: 'Unconfined' }; }, 'is not confined by AppArmor'],
    ['SELinux options', world => { security(world).seLinuxOptions = { type: 'x' }; }, 'sets seLinuxOptions'],
    ['an unmasked /proc', world => { security(world).procMount = 'Unmasked'; }, 'changes procMount'],
    ['an init container', world => { delete template(world).initContainers[0].securityContext; }, "init container 'wait' does not forbid"],
  ],

  'no-secret-object': [
    ['a Secret with data', world => world.add(foundation, { apiVersion: 'v1', kind: 'Secret', metadata: shopName('x'), data: { a: 'YQ==' } }), 'no Secret with data may be in git'],
    ['a Secret with text', world => world.add(foundation, { apiVersion: 'v1', kind: 'Secret', metadata: shopName('x'), stringData: {} }), 'no Secret with data may be in git'],
  ],
  'no-secret-text': [
    ['a key in a file', world => { files(world).data.key = '-----BEGIN RSA PRIVATE KEY-----\n'; }, 'data.key looks like a private key'],
  ],
  'no-secret-variable': [
    ['a literal password', world => { container(world).env[0] = { name: 'DB_PASSWORD', value: 'x' }; }, "container 'api' sets 'DB_PASSWORD' to a literal value"],
    ['a setting of that name', world => { files(world).data['admin-token'] = 'x'; }, "sets 'admin-token' to a literal value"],
    ['a value of a chart', world => {
      world.object('argocd/roots', 'Application', 'argocd-roots').spec.source.helm = { valuesObject: { auth: [{ adminPassword: 'x' }] } };
    }, "sets 'adminPassword' to a literal value"],
  ],
  'no-placeholder': [
    ['a host that does not exist', world => { container(world).env[0].value = 'https://base.tailnet.invalid:1'; }, "holds 'tailnet.invalid'"],
  ],

  'reference-resolves': [
    ['a ConfigMap', world => world.remove(shop, 'ConfigMap', 'api-files'), "names ConfigMap 'api-files', which nothing delivers to namespace 'shop-prod' of cluster 'home'"],
    ['a Secret', world => { container(world).env[1].valueFrom.secretKeyRef.name = 'other'; }, "names Secret 'other'"],
    ['a Secret of another namespace', world => {
      world.units.find(({ path }) => path === foundation)!.manifests = world.unit(foundation).manifests
        .filter((each: Loose) => each.kind !== 'ExternalSecret' || each.metadata.namespace !== 'shop-prod');
    }, "names Secret 'api'"],
    ['an entry of a Secret', world => { container(world).env[1].valueFrom.secretKeyRef.key = 'user'; }, "names entry 'user' of Secret 'api', which has 'password'"],
    ['an entry of a ConfigMap', world => { template(world).volumes[1].configMap.items = [{ key: 'b', path: 'b' }]; }, "names entry 'b' of ConfigMap 'api-files'"],
    ['a claim', world => { template(world).volumes.push({ name: 'x', persistentVolumeClaim: { claimName: 'x' } }); }, "names PersistentVolumeClaim 'x'"],
    ['an account', world => { template(world).serviceAccountName = 'other'; }, "names ServiceAccount 'other'"],
    ['a priority', world => { template(world).priorityClassName = 'highest'; }, "names PriorityClass 'highest'"],
    ['the Service of a StatefulSet', world => world.remove(data, 'Service', 'api-pods'), "names Service 'api-pods'"],
    ['a store', world => { world.object(foundation, 'ExternalSecret').spec.secretStoreRef.name = 'other'; }, "names SecretStore 'other'"],
    ['the subject and the role of a binding', world => world.add(foundation, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'x' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
      subjects: [{ kind: 'ServiceAccount', name: 'other', namespace: 'shop-prod' }],
    }), "names ServiceAccount 'other'"],
  ],
  'scaler-target-exists': [
    ['a missing workload', world => { world.object(shop, 'HorizontalPodAutoscaler').spec.scaleTargetRef.name = 'x'; }, "scales 'apps/Deployment/shop-prod/x'"],
  ],
  'service-finds-pods': [
    ['a selector that finds none', world => { service(world).spec.selector = { app: 'x' }; }, 'selects {"app":"x"}'],
    ['a port name that pods lack', world => { service(world).spec.ports[0].targetPort = 'grpc'; }, "leads port 8080 to 'grpc'"],
    ['a port number that pods lack', world => { service(world).spec.ports[0].targetPort = 9; }, "leads port 8080 to '9'"],
  ],
  'ingress-backend-exists': [
    ['a missing Service', world => { backend(world).name = 'x'; }, "leads to Service 'x'"],
    ['a missing port', world => { backend(world).port.name = 'grpc'; }, "leads to a port of Service 'api' that it does not have"],
  ],
  'probe-port-exists': [
    ['a name', world => { container(world).livenessProbe.httpGet.port = 'grpc'; }, "has a livenessProbe of port 'grpc'"],
    ['a number', world => { container(world).readinessProbe.tcpSocket.port = 9; }, "has a readinessProbe of port '9'"],
  ],

  'flow-ends-exist': [
    ['a caller without pods', world => { world.flows.push({ from: { component: 'shop', service: 'x' }, to: 'kubernetes-api' }); }, "declares flows from service 'x'"],
    ['an endpoint without pods', world => world.remove(data, 'StatefulSet'), "endpoint 'data' is called, but service 'api' has no pods"],
    ['an endpoint without its port', world => { service(world, data).spec.ports[0].port = 9; }, "no Service 'api' has port 8080"],
    ['a node port that nobody opens', world => world.remove(model, 'Service', 'model-nodeport'), 'through node port 30900, which no Service opens'],
  ],
  'default-deny': [
    ['no default', world => world.remove(foundation, 'NetworkPolicy', 'default-deny'), 'where no policy denies Ingress to all pods'],
  ],
  'network-as-declared': [
    ['a policy that is gone', world => world.remove(shop, 'NetworkPolicy'), 'which a flow declares'],
  ],
  'policy-in-use': [
    ['a policy of no pod', world => { policy(world, shop).spec.podSelector.matchLabels = { app: 'x' }; }, 'which no pod of its namespace matches'],
    ['a side of no pod', world => { policy(world, data).spec.ingress[0].from[0].podSelector.matchLabels = { app: 'x' }; }, 'which no pod matches'],
  ],

  'unit-delivered': [
    ['a unit without an Application', world => world.remove('argocd/roots', 'Application', 'overlays-prod-shop'), 'is read by 0 Applications'],
    ['a unit with two', world => {
      world.add('argocd/roots', { ...application(world), metadata: { ...application(world).metadata, name: 'x' } });
    }, 'is read by 2 Applications'],
  ],
  'application-path': [
    ['a missing folder', world => { application(world).spec.source.path = 'dist/overlays/prod/x'; }, 'which is no folder of a unit'],
    ['a folder outside dist', world => { application(world).spec.source.path = shop; }, 'which is no folder of a unit'],
    ['a folder that cannot be built', world => { world.unit(shop).files = new Map(); }, 'which has no kustomization.yaml'],
    ['another cluster', world => { application(world).spec.destination.name = 'far'; }, "to 'far', but it is meant for 'in-cluster'"],
    ['another repository', world => { application(world).spec.source.repoURL = 'https://git.example/y.git'; }, "which must be of 'https://git.example/x.git'"],
  ],
  'application-sources': [
    ['the base', world => {
      application(world).metadata.annotations['argocd.argoproj.io/manifest-generate-paths'] = '/dist/overlays/prod/shop';
    }, "is not rendered again when '/dist/base/shop' changes"],
    ['everything', world => { delete application(world).metadata.annotations; }, "when '/dist/overlays/prod/shop' changes"],
  ],
  'project-admits': [
    ['no project', world => { application(world).spec.project = 'x'; }, "is of project 'x'"],
    ['a repository', world => { project(world).spec.sourceRepos = ['https://git.example/y*']; }, "reads 'https://git.example/x.git'"],
    ['a namespace', world => { project(world).spec.destinations[0].namespace = 'argocd'; }, "delivers to 'in-cluster/shop-prod'"],
    ['a denied namespace', world => { project(world).spec.destinations.push({ name: 'in-cluster', namespace: '!shop-prod' }); }, "delivers to 'in-cluster/shop-prod'"],
    ['a cluster-scoped kind', world => { project(world).spec.clusterResourceWhitelist.pop(); }, 'delivers PriorityClass serving'],
    ['a name', world => { project(world).spec.clusterResourceWhitelist[0].name = 'data-*'; }, 'delivers Namespace shop-prod'],
    ['a kind', world => { project(world).spec.namespaceResourceWhitelist = [{ group: '', kind: '*' }]; }, 'delivers Deployment api'],
    ['a denied kind', world => { project(world).spec.namespaceResourceBlacklist = [{ group: 'apps', kind: 'Deployment' }]; }, 'delivers Deployment api'],
  ],

  'exemption-needed': [
    ['of a rule that finds nothing', world => exempt(world, 'container-probes', 'ends by itself'), "is exempt from 'container-probes', which finds nothing wrong with it"],
    ['of an unknown rule', world => exempt(world, 'no-such-rule', 'because'), "is exempt from 'no-such-rule', which must be the id of a rule"],
    ['of a rule without exemptions', world => exempt(world, 'object-once', 'because'), "is exempt from 'object-once', which must hold for every object"],
    ['without a reason', world => exempt(world, 'container-probes', ' '), "for the reason ' ', which must say why"],
    ['of a rule for other kinds', world => exempt(world, 'service-finds-pods', 'because'), 'which does not look at it'],
  ],
};

describe.each(Object.entries(cases))('%s', (id, own) => {
  test.each(own)('finds %s', async (_, edit, message) => {
    const found = await findingsAfter(edit);

    expect(found.filter(({ rule }) => rule === id).map(finding => finding.message).join('\n')).toContain(message);
  });
});

test.each<readonly [string, (world: EditableWorld) => void]>([
  ['a reference that may be missing', world => {
    container(world).env[0] = { name: 'A', valueFrom: { configMapKeyRef: { name: 'x', key: 'x', optional: true } } };
    template(world).volumes.push({ name: 'x', secret: { secretName: 'x', optional: true } });
  }],
  ['an entry that a template makes', world => {
    const secret = world.object(foundation, 'ExternalSecret');
    secret.spec.target.template = { data: { password: '{{ .a }}' } };
    secret.spec.data[0].secretKey = 'a';
  }],
  ['an entry of a Secret that is fetched whole', world => {
    world.object(foundation, 'ExternalSecret').spec.dataFrom = [{ extract: { key: 'x' } }];
    container(world).env[1].valueFrom.secretKeyRef.key = 'any';
  }],
  ['the certificate of an Ingress', world => {
    template(world).volumes.push({ name: 'x', secret: { secretName: 'api-tls', items: [{ key: 'tls.crt', path: 'x' }] } });
  }],
  ['what every cluster has', world => {
    template(world).priorityClassName = 'system-cluster-critical';
    template(world).volumes.push({ name: 'x', projected: { sources: [{ configMap: { name: 'kube-root-ca.crt' } }] } });
  }],
  ['a Service without a selector', world => { delete world.object(data, 'Service', 'api-pods').spec.selector; }],
  ['a Job without probes', world => world.add(shop, {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: shopName('job'),
    spec: { template: { metadata: {}, spec: { ...template(world), restartPolicy: 'Never', containers: template(world).initContainers, initContainers: [] } } },
  })],
  ['a digest', world => { container(world).image = `x/api@sha256:${'0f'.repeat(32)}`; }],
  ['a date', world => { container(world).image = 'minio/minio:RELEASE.2025-09-07T16-13-09Z'; }],
  ['the only capability that a restricted container may add', world => { security(world).capabilities.add = ['NET_BIND_SERVICE']; }],
  ['a user of its own', world => { delete template(world).securityContext.runAsNonRoot; nonRoot(world); }],
  ['an Application of a chart', world => {
    world.add('argocd/roots', { ...application(world), metadata: { name: 'x', namespace: 'argocd' }, spec: {
      ...application(world).spec,
      source: { repoURL: 'https://git.example/x.git', chart: 'x', targetRevision: '1.0.0' },
    } });
  }],
])('%s is no mistake', async (_, edit) => {
  expect(await findingsAfter(edit)).toEqual([]);
});

test('finds nothing in a world without mistakes', async () => {
  expect(await findingsAfter(() => undefined)).toEqual([]);
});

test('every rule has a failing case', () => {
  expect(Object.keys(cases)).toEqual(rules.map(({ id }) => id));
});

function deployment(world: EditableWorld): Loose {
  return world.object(shop, 'Deployment');
}

function template(world: EditableWorld): Loose {
  return deployment(world).spec.template.spec;
}

function container(world: EditableWorld): Loose {
  return template(world).containers[0];
}

function security(world: EditableWorld): Loose {
  return container(world).securityContext;
}

function nonRoot(world: EditableWorld): void {
  for (const each of [container(world), template(world).initContainers[0]]) each.securityContext.runAsNonRoot = true;
}

function service(world: EditableWorld, unit = shop): Loose {
  return world.object(unit, 'Service');
}

function files(world: EditableWorld): Loose {
  return world.object(shop, 'ConfigMap', 'api-files');
}

function policy(world: EditableWorld, unit: string): Loose {
  return world.object(unit, 'NetworkPolicy');
}

function backend(world: EditableWorld): Loose {
  return world.object(shop, 'Ingress').spec.rules[0].http.paths[0].backend.service;
}

function application(world: EditableWorld): Loose {
  return world.object('argocd/roots', 'Application', 'overlays-prod-shop');
}

function project(world: EditableWorld): Loose {
  return world.object('argocd/roots', 'AppProject', 'apps');
}

function exempt(world: EditableWorld, rule: string, reason: string): void {
  deployment(world).metadata.annotations = { [`plainsail.dev/exempt.${rule}`]: reason };
}

function nodePort(port: number, namespace: string): Loose {
  const ports = [{ name: 'http', port: 8080, targetPort: 'http', protocol: 'TCP', nodePort: port }];
  return { ...samples.Service, metadata: { name: 'other', namespace }, spec: { type: 'NodePort', selector: { 'app.kubernetes.io/name': 'api' }, ports } };
}

function shopName(name: string): Loose {
  return { name, namespace: 'shop-prod' };
}
