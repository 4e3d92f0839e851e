import { tool } from '../../conformance/toolbox/build.ts';
import { isUnified } from '../world/control-groups.ts';
import type { Node } from './node.ts';
import { socket } from './runtime.ts';

/** The first process of a container, as its node and the kernel see it. */
export interface ContainerProcess {
  /** Its number in the node. */
  readonly pid: number;
  readonly user: number;
  readonly group: number;

  /** Whether the root of its file system can only be read. */
  readonly readOnlyRoot: boolean;

  /** Bytes of memory at which the kernel ends it; undefined where it has no limit. */
  readonly memoryLimit: bigint | undefined;
}

/** Numbers of the first processes of the containers that run on a node, by the containers' ids. */
export async function containersOf(node: Node): Promise<Map<string, number>> {
  const ctr = [tool('containerd', 'ctr'), '--namespace', 'k8s.io', '--address', socket, 'tasks', 'list'] as const;
  const [, ...lines] = (await node.run(...ctr)).trim().split('\n');
  const rows = lines.map(line => line.trim().split(/\s+/));
  return new Map(rows.filter(([, , status]) => status === 'RUNNING').map(([id = '', pid]) => [id, Number(pid)]));
}

/** What a process really is: not what somebody wrote that it should be. */
export async function processOf(node: Node, pid: number): Promise<ContainerProcess> {
  const [status, mounts, group] = (
    await node.run('bash', '-c', look, 'look', String(pid), isUnified ? 'v2' : 'v1')
  ).split('\0\n');
  const id = (what: string): number =>
    Number(new RegExp(`^${what}:\\s+\\d+\\s+(\\d+)`, 'm').exec(status ?? '')?.[1] ?? -1);
  const root = (mounts ?? '').split('\n').find(line => line.split(' ')[4] === '/') ?? '';
  const limit = /^\d+$/.exec((group ?? '').trim())?.[0];
  // Without a limit, the kernel of v1 says the greatest number that it has.
  const bytes = limit === undefined || limit.length > 18 ? undefined : BigInt(limit);
  return {
    pid,
    user: id('Uid'),
    group: id('Gid'),
    readOnlyRoot: (root.split(' ')[5] ?? '').split(',').includes('ro'),
    memoryLimit: bytes,
  };
}

const look = `
  cat "/proc/$1/status"; printf '\\0\\n'
  cat "/proc/$1/mountinfo"; printf '\\0\\n'
  if [ "$2" = v2 ]; then
    cat "/sys/fs/cgroup$(sed -n 's/^0:://p' "/proc/$1/cgroup")/memory.max"
  else
    cat "/sys/fs/cgroup/memory$(sed -n 's/^[0-9]*:memory://p' "/proc/$1/cgroup")/memory.limit_in_bytes"
  fi`;
