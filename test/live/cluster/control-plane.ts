import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from '../../conformance/kubernetes/api.ts';
import { kubeconfig, makeAuthority, signed } from '../../conformance/kubernetes/authority.ts';
import type { Authority } from '../../conformance/kubernetes/authority.ts';
import { notReady } from '../../conformance/kubernetes/control-plane.ts';
import type { Running } from '../../conformance/kubernetes/control-plane.ts';
import { until } from '../../conformance/processes/until.ts';
import { tool } from '../../conformance/toolbox/build.ts';
import { kubernetesAddress, serviceCidr } from '../network/plan.ts';
import type { ClusterPlace } from '../network/plan.ts';
import type { Node } from '../node/node.ts';

/** Certificates of a cluster's control plane. */
export async function authorityOf(
  { cluster, nodes: [first], gateway, tailnet }: ClusterPlace,
  folder: string,
): Promise<Authority> {
  const addresses = [first!.address, gateway, tailnet, kubernetesAddress].map(address => `IP:${address}`);
  const names = ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc.cluster.local', cluster.tailnetHost];
  return makeAuthority(folder, [...names, ...addresses]);
}

/**
 * Starts etcd, the API server, the controllers and the scheduler of a cluster on its first node, with what k3s tells them.
 *
 * @param folder of the cluster's certificates
 */
export async function startControlPlane(
  { cluster, tailnet }: ClusterPlace,
  first: Node,
  authority: Authority,
  folder: string,
): Promise<Running> {
  const { name, kubernetes: minor } = cluster;
  const { address } = first.place;
  const config = join(folder, 'kubeconfig');
  writeFileSync(config, kubeconfig(name, `https://${address}:6443`, authority), { mode: 0o600 });

  first.start({
    name: 'etcd',
    program: tool('etcd'),
    args: ['--name', name, '--data-dir', '/var/lib/kubelet/etcd', '--unsafe-no-fsync', '--log-level', 'warn'],
  });
  first.start({
    name: 'kube-apiserver',
    program: tool(`kubernetes-${minor}`, 'kube-apiserver'),
    args: await apiServer(address, cluster.tailnetHost, authority, folder),
  });
  // From the tailnet, as the person at the keyboard reaches it.
  const api = new Api(`https://${tailnet}:${new URL(cluster.apiServerUrl).port}`, authority);
  const outside = join(folder, 'kubeconfig-tailnet');
  writeFileSync(outside, kubeconfig(name, api.url, authority), { mode: 0o600 });
  await until(`API server of ${name} is ready`, { seconds: 60, missing: () => notReady(api) });

  const start = (program: string, ...args: readonly string[]): void =>
    first.start({
      name: program,
      program: tool(`kubernetes-${minor}`, program),
      args: [`--kubeconfig=${config}`, '--leader-elect=false', '--bind-address=127.0.0.1', ...args],
    });
  start('kube-scheduler');
  start(
    'kube-controller-manager',
    `--service-account-private-key-file=${authority.accounts.key}`,
    `--root-ca-file=${authority.ca}`,
    `--cluster-signing-cert-file=${authority.ca}`,
    `--cluster-signing-key-file=${authority.caKey}`,
    '--use-service-account-credentials=true',
    `--service-cluster-ip-range=${serviceCidr}`,
  );
  return { row: cluster, minor, name, api, authority, kubeconfig: outside };
}

async function apiServer(
  address: string,
  tailnetHost: string,
  authority: Authority,
  folder: string,
): Promise<string[]> {
  const { ca, server, admin, accounts } = authority;
  // What asks in the name of others needs an authority that gives nobody else a name.
  const proxy = await makeAuthority(join(folder, 'proxy'), []);
  const proxyClient = await signed(join(folder, 'proxy'), 'client', proxy, [
    '-subj',
    '/CN=front-proxy-client',
    '-addext',
    'extendedKeyUsage=clientAuth',
  ]);
  return [
    '--etcd-servers=http://127.0.0.1:2379',
    '--bind-address=0.0.0.0',
    `--advertise-address=${address}`,
    '--secure-port=6443',
    `--tls-cert-file=${server.certificate}`,
    `--tls-private-key-file=${server.key}`,
    `--client-ca-file=${ca}`,
    `--service-account-issuer=https://${tailnetHost}`,
    `--service-account-key-file=${accounts.publicKey}`,
    `--service-account-signing-key-file=${accounts.key}`,
    '--authorization-mode=Node,RBAC',
    '--enable-admission-plugins=NodeRestriction',
    `--service-cluster-ip-range=${serviceCidr}`,
    '--allow-privileged=true',
    `--kubelet-certificate-authority=${ca}`,
    `--kubelet-client-certificate=${admin.certificate}`,
    `--kubelet-client-key=${admin.key}`,
    '--kubelet-preferred-address-types=InternalIP',
    `--requestheader-client-ca-file=${proxy.ca}`,
    '--requestheader-allowed-names=front-proxy-client',
    '--requestheader-extra-headers-prefix=X-Remote-Extra-',
    '--requestheader-group-headers=X-Remote-Group',
    '--requestheader-username-headers=X-Remote-User',
    `--proxy-client-cert-file=${proxyClient.certificate}`,
    `--proxy-client-key-file=${proxyClient.key}`,
    '--cert-dir=/run',
  ];
}
