import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { installDebian } from './debian.ts';

/** What a node runs beside the programs of Kubernetes. */
const tree = { name: 'node', packages: ['runc', 'iptables', 'ipset', 'conntrack', 'busybox-static'] };

/** What the installation of iptables would link to one of the forms that it has. */
const tables = ['iptables', 'ip6tables'].flatMap(name => [name, `${name}-save`, `${name}-restore`]);

/**
 * Unpacks runc, iptables, ipset, conntrack and a static busybox, as far as this machine lacks them.
 *
 * @returns a folder `usr`, to be laid over that of the machine within a node
 * @throws ToolMissing where they cannot be had
 */
export async function installNodeTools(): Promise<string> {
  const usr = join(await installDebian(tree), 'usr');
  const sbin = join(usr, 'sbin');
  if (existsSync(join(sbin, 'xtables-nft-multi'))) {
    for (const name of tables) if (!existsSync(join(sbin, name))) symlinkSync('xtables-nft-multi', join(sbin, name));
  }
  return usr;
}

/** A shell and its commands in one static program. @param usr what `installNodeTools` returned */
export function busybox(usr: string): string {
  const unpacked = join(usr, 'bin', 'busybox');
  return existsSync(unpacked) ? unpacked : '/bin/busybox';
}
