import { join } from 'node:path';
import { freePorts } from '../processes/ports.ts';
import type { Supervisor } from '../processes/supervisor.ts';
import { tool } from '../toolbox/build.ts';

/** Starts one etcd for all clusters of a run: each has its own prefix. Returns its URL. */
export async function startEtcd(supervisor: Supervisor, folder: string): Promise<string> {
  const [client, peer] = await freePorts(2);
  const url = `http://127.0.0.1:${client}`;
  supervisor.start({
    name: 'etcd',
    program: tool('etcd'),
    args: [
      '--name',
      'conformance',
      '--data-dir',
      join(folder, 'etcd'), // it makes the folder
      '--listen-client-urls',
      url,
      '--advertise-client-urls',
      url,
      '--listen-peer-urls',
      `http://127.0.0.1:${peer}`,
      '--initial-advertise-peer-urls',
      `http://127.0.0.1:${peer}`,
      '--initial-cluster',
      `conformance=http://127.0.0.1:${peer}`,
      '--unsafe-no-fsync',
      '--quota-backend-bytes',
      '4294967296',
      '--log-level',
      'warn',
    ],
  });
  return url;
}
