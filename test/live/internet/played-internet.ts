import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../../conformance/processes/execute.ts';
import type { Supervisor } from '../../conformance/processes/supervisor.ts';
import { starter } from '../../conformance/places.ts';
import type { ClusterPlace } from '../network/plan.ts';
import { internetAuthority, playedAddress, playedHosts } from './authority.ts';
import type { PlayedRequest } from './server.ts';

/** Names and address of the played hosts, as a line of /etc/hosts. */
export const internetLine = [playedAddress, ...Object.values(playedHosts)].join(' ');

/** Plays the internet where the first cluster's nodes have their gateway. What is asked of it lies in a file. */
export async function playInternet({ around }: ClusterPlace, folder: string, supervisor: Supervisor): Promise<void> {
  const { host } = await internetAuthority();
  await execute('ip', ['-n', around, 'address', 'add', `${playedAddress}/32`, 'dev', 'lo']);
  const server = join(import.meta.dirname, 'server.ts');
  supervisor.start({
    name: 'played-internet',
    program: 'ip',
    args: [
      'netns',
      'exec',
      around,
      process.execPath,
      starter,
      server,
      host.key,
      host.certificate,
      requestsFile(folder),
    ],
  });
}

/** What has arrived so far. */
export function playedRequests(folder: string): PlayedRequest[] {
  const file = requestsFile(folder);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as PlayedRequest);
}

function requestsFile(folder: string): string {
  return join(folder, 'internet.jsonl');
}
