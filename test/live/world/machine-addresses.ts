import { readFileSync } from 'node:fs';
import { execute } from '../../conformance/processes/execute.ts';

/** File of a run's folder with the addresses, as a JSON list. */
export const machineFile = 'machine.json';

interface Link {
  readonly addr_info: readonly { readonly local: string; readonly scope: string }[];
}

/** Addresses by which the machine itself is known, and those of its gateways and resolvers: what a way out would lead to. */
export async function machineAddresses(): Promise<string[]> {
  const links = JSON.parse(await execute('ip', ['-4', '-json', 'address'])) as Link[];
  const routes = JSON.parse(await execute('ip', ['-4', '-json', 'route'])) as { readonly gateway?: string }[];
  const own = links.flatMap(({ addr_info: all }) =>
    all.filter(({ scope }) => scope === 'global').map(({ local }) => local),
  );
  const gateways = routes.map(({ gateway }) => gateway ?? '');
  const resolvers = [...readFileSync('/etc/resolv.conf', 'utf8').matchAll(/^nameserver (\d+\.\S+)/gm)].map(
    ([, each = '']) => each,
  );
  // A loopback address is another one in each namespace.
  return [...new Set([...own, ...gateways, ...resolvers])].filter(each => each !== '' && !each.startsWith('127.'));
}
