import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../../../lib/model/cluster.ts';
import { freePorts } from '../processes/ports.ts';
import type { Supervisor } from '../processes/supervisor.ts';
import { until } from '../processes/until.ts';
import { tool } from '../toolbox/build.ts';
import { Api } from './api.ts';
import { kubeconfig, makeAuthority } from './authority.ts';
import type { Authority } from './authority.ts';
import { furnish } from './furnish.ts';
import { startNodes } from './nodes.ts';

/** A cluster that runs. */
export interface Running {
  readonly row: Cluster;

  /** Minor version of all of its programs. */
  readonly minor: string;

  /** What its servers' names begin with. */
  readonly name: string;
  readonly api: Api;
  readonly authority: Authority;

  /** Path of its administrator's kubeconfig. */
  readonly kubeconfig: string;
}

/** Where a cluster is started. */
export interface Ground {
  readonly supervisor: Supervisor;

  /** URL of etcd. */
  readonly etcd: string;

  /** Folder of the run. */
  readonly folder: string;

  /** Whether pods take all the time that they may have to end. @default - they are gone at once */
  readonly endsSlowly?: boolean;
}

/** Starts an API server, the controllers, a scheduler and the nodes of one row of the table of clusters. */
export async function startCluster(row: Cluster, minor: string, ground: Ground): Promise<Running> {
  const name = `${row.name}-${minor}`;
  const folder = join(ground.folder, name);
  const authority = await makeAuthority(folder, [row.tailnetHost]);
  const [apiPort = 0, managerPort = 0, schedulerPort = 0, nodesPort = 0] = await freePorts(4);
  const url = `https://127.0.0.1:${apiPort}`;
  const config = join(folder, 'kubeconfig');
  writeFileSync(config, kubeconfig(name, url, authority), { mode: 0o600 });

  startApiServer({ name, minor, authority, kubeconfig: config }, apiPort, ground);
  const api = new Api(url, authority);
  await until(`API server ${name} is ready`, { missing: () => notReady(api), seconds: 120 });

  const start = (program: string, port: number, args: readonly string[]): void =>
    ground.supervisor.start({
      name: `${name}-${program}`,
      program: tool(`kubernetes-${minor}`, program),
      args: [
        `--kubeconfig=${config}`,
        '--leader-elect=false',
        '--bind-address=127.0.0.1',
        `--secure-port=${port}`,
        ...args,
      ],
    });
  start('kube-scheduler', schedulerPort, []);
  start('kube-controller-manager', managerPort, [
    // Nothing measures pods here, and without figures that controller calls every autoscaler broken.
    '--controllers=*,-horizontal-pod-autoscaler-controller',
    `--service-account-private-key-file=${authority.accounts.key}`,
    `--root-ca-file=${authority.ca}`,
    '--enable-hostpath-provisioner=true',
    '--concurrent-gc-syncs=5',
  ]);
  await furnish(api, row);
  await startNodes({ row, minor, name, api, authority, kubeconfig: config }, nodesPort, ground);
  return { row, minor, name, api, authority, kubeconfig: config };
}

function startApiServer(
  { name, minor, authority, kubeconfig: file }: Pick<Running, 'name' | 'minor' | 'authority' | 'kubeconfig'>,
  port: number,
  ground: Ground,
): void {
  const { ca, server, accounts } = authority;
  ground.supervisor.start({
    name: `${name}-kube-apiserver`,
    program: tool(`kubernetes-${minor}`, 'kube-apiserver'),
    kubeconfig: file,
    args: [
      `--etcd-servers=${ground.etcd}`,
      `--etcd-prefix=/${name}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--secure-port=${port}`,
      '--endpoint-reconciler-type=none', // a loopback address may not stand in the endpoints of a Service
      `--tls-cert-file=${server.certificate}`,
      `--tls-private-key-file=${server.key}`,
      `--client-ca-file=${ca}`,
      '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
      `--service-account-key-file=${accounts.publicKey}`,
      `--service-account-signing-key-file=${accounts.key}`,
      '--authorization-mode=Node,RBAC',
      '--service-cluster-ip-range=10.43.0.0/16',
      '--allow-privileged=true',
      '--enable-admission-plugins=PodSecurity,ResourceQuota,LimitRanger',
      `--cert-dir=${ground.folder}`,
    ],
  });
}

/** What an API server lacks until it can be used; undefined when it lacks nothing. */
export async function notReady(api: Api): Promise<string | undefined> {
  const { status, body } = await api.send('GET', '/readyz');
  return status === 200 ? undefined : `readyz answers ${status}: ${String(body['message'] ?? '').slice(-200)}`;
}
