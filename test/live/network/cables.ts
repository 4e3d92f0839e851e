import { execute } from '../../conformance/processes/execute.ts';

/** Makes a network namespace. */
export async function makeNamespace(name: string): Promise<void> {
  await run('ip', 'netns', 'add', name);
  await run('ip', '-n', name, 'link', 'set', 'lo', 'up');
}

/** Makes a bridge, into which others are plugged. @param address of the machine that has it. @default - none */
export async function makeBridge(namespace: string, name: string, address?: string): Promise<void> {
  await run('ip', '-n', namespace, 'link', 'add', name, 'type', 'bridge');
  if (address !== undefined) await run('ip', '-n', namespace, 'address', 'add', address, 'dev', name);
  await run('ip', '-n', namespace, 'link', 'set', name, 'up');
}

/** A bridge, and the network namespace that it is in. */
export interface Bridge {
  readonly namespace: string;
  readonly bridge: string;
}

/** The other end of a cable. */
export interface Plug {
  /** Network namespace. @default - that of this process */
  readonly into?: string;
  readonly device: string;

  /** With the length of the network's prefix. */
  readonly address: string;
}

let cables = 0;

/** Lays a cable from a bridge to a new device. */
export async function plug({ namespace, bridge }: Bridge, { into, device, address }: Plug): Promise<void> {
  cables += 1;
  const socket = `port${cables}`;
  const there = into === undefined ? [] : ['-n', into];
  await run('ip', ...there, 'link', 'add', device, 'type', 'veth', 'peer', 'name', socket, 'netns', namespace);
  await run('ip', '-n', namespace, 'link', 'set', socket, 'master', bridge, 'up');
  await run('ip', ...there, 'address', 'add', address, 'dev', device);
  await run('ip', ...there, 'link', 'set', device, 'up');
}

/** Lets a machine forward what is for others. These settings of the kernel are per network namespace. */
export async function letForward(namespace: string): Promise<void> {
  const own = ['ip_forward=1', 'conf.all.rp_filter=0', 'conf.default.rp_filter=0'].map(each => `net.ipv4.${each}`);
  await inNamespace(namespace, 'sysctl', '-qw', ...own, 'net.bridge.bridge-nf-call-iptables=1');
}

/** Runs a program in a network namespace. */
export function inNamespace(namespace: string, ...command: readonly string[]): Promise<string> {
  return run('ip', 'netns', 'exec', namespace, ...command);
}

function run(program: string, ...args: readonly string[]): Promise<string> {
  return execute(program, args);
}
