import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { textAt } from '../../../lib/yaml/json-path.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { signed } from '../../conformance/kubernetes/authority.ts';
import { execute } from '../../conformance/processes/execute.ts';
import type { Supervisor } from '../../conformance/processes/supervisor.ts';
import { until } from '../../conformance/processes/until.ts';
import { tool } from '../../conformance/toolbox/build.ts';
import type { ClusterPlace } from '../network/plan.ts';
import { internetAuthority } from './authority.ts';

/** Family of tools that this needs. */
export const family = 'pebble';

/** Another address that nobody has. https://www.rfc-editor.org/rfc/rfc5737 */
const acmeAddress = '203.0.113.11';

/** Hosts of the authorities that ClusterIssuers ask. @throws Error for one that is asked under a path that is not played */
export function acmeHosts(manifests: readonly Manifest[]): string[] {
  const servers = manifests
    .filter(({ kind }) => kind === 'ClusterIssuer')
    .map(issuer => textAt(issuer, 'spec', 'acme', 'server'))
    .filter(server => server !== undefined);
  return [...new Set(servers)].map(server => {
    const { host, pathname } = new URL(server);
    if (pathname !== '/directory') throw new Error(`${server}: is not played, must have the path /directory`);
    return host;
  });
}

/** Where they are, as lines of /etc/hosts. */
export function acmeLines(hosts: readonly string[]): string[] {
  return hosts.map(host => `${acmeAddress} ${host}`);
}

/** Plays the authority that all `hosts` lead to, where the first cluster's nodes have their gateway. */
export async function playAcme(
  { around }: ClusterPlace,
  hosts: readonly string[],
  folder: string,
  supervisor: Supervisor,
): Promise<void> {
  if (hosts.length === 0) return;
  // Signed anew in each run: what images trust is made once, whoever is asked.
  const { key, certificate } = await internetAuthority();
  const names = hosts.map(host => `DNS:${host}`).join(',');
  const shown = await signed(folder, 'acme', { ca: certificate, caKey: key }, [
    '-subj',
    '/CN=acme',
    '-addext',
    `subjectAltName=${names}`,
  ]);
  await execute('ip', ['-n', around, 'address', 'add', `${acmeAddress}/32`, 'dev', 'lo']);
  supervisor.start({
    name: 'played-acme',
    program: 'ip',
    args: [
      ...['netns', 'exec', around, tool(family), '-address', `${acmeAddress}:443`],
      ...['-certificate', shown.certificate, '-key', shown.key, '-root', rootFile(folder)],
    ],
    env: {
      ...process.env,
      PEBBLE_VA_NOSLEEP: '1', // else it waits up to fifteen seconds before it looks
      PEBBLE_AUTHZREUSE: '0', // a renewal comes when an answer of two months ago has long ended
    },
  });
  await until('the played certificate authority is there', {
    seconds: 20,
    missing: () => Promise.resolve(existsSync(rootFile(folder)) ? undefined : 'it has written no certificate'),
  });
}

/** File of the certificate in which all of its chains end. */
export function rootFile(folder: string): string {
  return join(folder, 'acme-root.crt');
}
