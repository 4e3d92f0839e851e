import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { makeAuthority } from '../../conformance/kubernetes/authority.ts';
import type { KeyPair } from '../../conformance/kubernetes/authority.ts';
import { cache } from '../../conformance/places.ts';

/** Hosts of the internet that are played, and an address that nobody has. https://www.rfc-editor.org/rfc/rfc5737 */
export const playedHosts = { github: 'api.github.com', groq: 'api.groq.com' } as const;
export const playedAddress = '203.0.113.10';

/**
 * The authority that images of a run trust, and what the played hosts show. It lasts as long as the images do, which have
 * it inside, and is good for nothing outside this machine.
 */
export async function internetAuthority(): Promise<KeyPair & { readonly host: KeyPair }> {
  const hosts = Object.values(playedHosts);
  const folder = join(cache, `internet-${hosts.join('-')}`);
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    await makeAuthority(fresh, hosts);
    renameSync(fresh, folder);
  }
  return {
    key: join(folder, 'ca.key'),
    certificate: join(folder, 'ca.crt'),
    host: { key: join(folder, 'server.key'), certificate: join(folder, 'server.crt') },
  };
}
