import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../../../lib/model/cluster.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { bundledClass } from '../../conformance/platform/bundled-class.ts';
import { documents } from '../../conformance/platform/documents.ts';
import { execute } from '../../conformance/processes/execute.ts';
import { tool } from '../../conformance/toolbox/build.ts';
import { moduleFolder } from '../../conformance/toolbox/module-folder.ts';
import { dnsAddress } from '../network/plan.ts';
import type { ClusterPlace } from '../network/plan.ts';
import { ingress } from './ingress.ts';

/** Images of what a distribution brings along, under the names that their own manifests give them. */
export const bundledImages = {
  dns: 'registry.k8s.io/coredns/coredns:v1.15.0',
  storage: 'docker.io/rancher/local-path-provisioner:v0.0.30',
  shell: 'docker.io/library/busybox:latest',
  metrics: 'registry.k8s.io/metrics-server/metrics-server:v0.9.0',
} as const;

/** What k3s brings along: DNS, a storage class with its provisioner, a source of measurements, a way in. */
export async function bundled(place: ClusterPlace, hosts: readonly string[]): Promise<Manifest[]> {
  const { cluster: row } = place;
  return [...dns(row, hosts), ...(await storage(row)), ...(await measurements()), ...ingress(place)];
}

function dns({ dns: { namespace, labels } }: Cluster, hosts: readonly string[]): Manifest[] {
  const name = 'coredns';
  const metadata = { name, namespace };
  const ports = [
    { name: 'dns', port: 53, protocol: 'UDP' },
    { name: 'dns-tcp', port: 53, protocol: 'TCP' },
  ];
  const corefile = `.:53 {
  errors
  health
  ready
  hosts {
    ${hosts.join('\n    ')}
    fallthrough
  }
  kubernetes cluster.local in-addr.arpa ip6.arpa {
    pods insecure
    fallthrough in-addr.arpa ip6.arpa
  }
  cache 30
}
`;
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'system:coredns' },
      rules: [
        { apiGroups: [''], resources: ['endpoints', 'services', 'pods', 'namespaces'], verbs: ['list', 'watch'] },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'system:coredns' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:coredns' },
      subjects: [{ kind: 'ServiceAccount', ...metadata }],
    },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { Corefile: corefile } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...metadata, labels },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: name,
            dnsPolicy: 'Default',
            priorityClassName: 'system-cluster-critical',
            containers: [
              {
                name,
                image: bundledImages.dns,
                args: ['-conf', '/etc/coredns/Corefile'],
                ports: ports.map(({ port, ...rest }) => ({ ...rest, containerPort: port })),
                readinessProbe: { httpGet: { path: '/ready', port: 8181 }, periodSeconds: 2 },
                volumeMounts: [{ name: 'config', mountPath: '/etc/coredns' }],
              },
            ],
            volumes: [{ name: 'config', configMap: { name } }],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'kube-dns', namespace, labels },
      spec: { clusterIP: dnsAddress, selector: labels, ports },
    },
  ];
}

/** The provisioner's own manifests, with a folder that belongs to each node alone. */
async function storage({ storageClass = bundledClass }: Cluster): Promise<Manifest[]> {
  const folder = await moduleFolder('local-path-provisioner', 'github.com/rancher/local-path-provisioner');
  const text = readFileSync(join(folder, 'deploy', 'local-path-storage.yaml'), 'utf8')
    .replaceAll('/opt/local-path-provisioner', '/var/lib/kubelet/local-path')
    .replaceAll(/image: busybox$/gm, `image: ${bundledImages.shell}`);
  return documents(text).map(manifest =>
    manifest.kind === 'StorageClass'
      ? {
          ...manifest,
          metadata: { name: storageClass, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
        }
      : manifest,
  );
}

/** The manifests of metrics-server, which does not ask for a kubelet's certificate here. */
async function measurements(): Promise<Manifest[]> {
  const folder = await moduleFolder('metrics-server', 'sigs.k8s.io/metrics-server');
  const built = documents(await execute(tool('kustomize'), ['build', join(folder, 'manifests', 'base')]));
  return built.map(manifest => {
    if (manifest.kind !== 'Deployment') return manifest;
    const text = JSON.stringify(manifest)
      .replace(/"image":"[^"]*"/, `"image":"${bundledImages.metrics}"`)
      .replace('"args":[', '"args":["--kubelet-insecure-tls",');
    return JSON.parse(text) as Manifest;
  });
}
