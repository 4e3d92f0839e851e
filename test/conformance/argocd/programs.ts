import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Running } from '../kubernetes/control-plane.ts';
import { freePorts } from '../processes/ports.ts';
import type { Supervisor } from '../processes/supervisor.ts';
import { tool } from '../toolbox/build.ts';
import { redisServer } from '../toolbox/redis.ts';

/** Environment variable of each parameter of `argocd-cmd-params-cm`, as the manifests of Argo CD pair them. */
const variables: Readonly<Record<string, string>> = {
  'controller.diff.server.side': 'ARGOCD_APPLICATION_CONTROLLER_SERVER_SIDE_DIFF',
  'controller.k8sclient.retry.max': 'ARGOCD_K8SCLIENT_RETRY_MAX',
  'controller.kubectl.parallelism.limit': 'ARGOCD_APPLICATION_CONTROLLER_KUBECTL_PARALLELISM_LIMIT',
  'controller.operation.processors': 'ARGOCD_APPLICATION_CONTROLLER_OPERATION_PROCESSORS',
  'controller.status.processors': 'ARGOCD_APPLICATION_CONTROLLER_STATUS_PROCESSORS',
  'controller.sync.timeout.seconds': 'ARGOCD_APPLICATION_CONTROLLER_SYNC_TIMEOUT',
  'reposerver.parallelism.limit': 'ARGOCD_REPO_SERVER_PARALLELISM_LIMIT',
};

/** Parameters as environment variables. @throws Error for a parameter that this suite would silently leave out */
export function environmentOf(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const variable = variables[name];
      if (variable === undefined)
        throw new Error(`argocd-cmd-params-cm: '${name}' has no variable here, must have one`);
      return [variable, inScale(name, value)];
    }),
  );
}

/** Nobody waits here for a quarter of an hour, so what a time in seconds would do comes sooner. */
function inScale(name: string, value: string): string {
  return name.endsWith('.seconds') ? String(Math.ceil(Number(value) / 45)) : value;
}

/** Starts the programs of Argo CD beside a cluster, with the parameters that the cluster holds. */
export async function startArgocd(cluster: Running, folder: string, supervisor: Supervisor): Promise<void> {
  const [redis = 0, repoServer = 0, repoMetrics = 0, metrics = 0] = await freePorts(4);
  const { data } = await cluster.api.get('/api/v1/namespaces/argocd/configmaps/argocd-cmd-params-cm');
  const env = { ...surroundings(cluster, folder), ...environmentOf(data as Record<string, string>) };

  supervisor.start({
    name: 'redis',
    ...(await redisServer()),
    args: ['--bind', '127.0.0.1', '--port', String(redis), '--save', '', '--appendonly', 'no', '--dir', folder],
  });
  supervisor.start({
    name: 'argocd-repo-server',
    program: tool('argocd'),
    args: [
      '--address',
      '127.0.0.1',
      '--port',
      String(repoServer),
      '--metrics-address',
      '127.0.0.1',
      '--metrics-port',
      String(repoMetrics),
      '--redis',
      `127.0.0.1:${redis}`,
    ],
    env: { ...env, ARGOCD_BINARY_NAME: 'argocd-repo-server' },
  });
  supervisor.start({
    name: 'argocd-application-controller',
    program: tool('argocd'),
    args: [
      '--kubeconfig',
      cluster.kubeconfig,
      '--namespace',
      'argocd',
      '--redis',
      `127.0.0.1:${redis}`,
      '--repo-server',
      `127.0.0.1:${repoServer}`,
      '--metrics-port',
      String(metrics),
      // Sooner than in earnest, so that nobody waits minutes for the next look.
      '--app-resync',
      '10',
      '--app-resync-jitter',
      '0',
      '--self-heal-timeout-seconds',
      '1',
    ],
    env: { ...env, ARGOCD_BINARY_NAME: 'argocd-application-controller' },
  });
}

/** Nothing of the machine's own settings, and every path below the folder of this run. */
function surroundings({ kubeconfig }: Running, folder: string): Record<string, string> {
  const home = join(folder, 'argocd');
  const folders = ['tls', 'ssh', 'keys', 'sources', 'plugins', 'home', 'tmp', 'bin'];
  folders.forEach(name => mkdirSync(join(home, name), { recursive: true }));
  writeFileSync(join(home, 'gitconfig'), '[safe]\n\tdirectory = *\n');
  // Its image has it, and from 3.5 on the repo server always calls it: what signed a commit, which here nothing does.
  writeFileSync(join(home, 'bin', 'git-verify-wrapper.sh'), '#!/bin/sh\n', { mode: 0o755 });
  const tools = [join(home, 'bin'), dirname(tool('kustomize')), dirname(tool('helm'))];
  return {
    KUBECONFIG: kubeconfig,
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_TLS_DATA_PATH: join(home, 'tls'),
    ARGOCD_SSH_DATA_PATH: join(home, 'ssh'),
    ARGOCD_GNUPGHOME: join(home, 'keys'),
    ARGOCD_GPG_DATA_PATH: join(home, 'sources'),
    ARGOCD_PLUGINSOCKFILEPATH: join(home, 'plugins'),
    ARGOCD_ASK_PASS_SOCK: join(home, 'ask.sock'),
    ARGOCD_RECONCILIATION_TIMEOUT: '10s',
    ARGOCD_RECONCILIATION_JITTER: '0',
    ARGOCD_SYNC_WAVE_DELAY: '1',
    ARGOCD_CLUSTER_CACHE_EVENTS_PROCESSING_INTERVAL: '10ms',
    GRPC_ENABLE_TXT_SERVICE_CONFIG: 'false',
    GIT_CONFIG_GLOBAL: join(home, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    HOME: join(home, 'home'),
    TMPDIR: join(home, 'tmp'),
    PATH: [...tools, process.env['PATH'] ?? ''].join(':'),
  };
}
