import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demandNone } from '../../conformance/report/ledger.ts';
import { host, insidePods, machine, person } from '../packets/places.ts';
import { livePods } from '../packets/live-pods.ts';
import type { Origin, Target } from '../packets/places.ts';
import { machineFile } from '../world/machine-addresses.ts';
import type { LiveCase } from './live-case.ts';

/** Not a packet leaves the machine: no cable leads out, and nobody can connect to what the machine itself reaches. */
export const noWayOut: LiveCase = {
  title: 'nothing here has a way out',
  run: async ({ clusters, folder }) => {
    const addresses = JSON.parse(readFileSync(join(folder, machineFile), 'utf8')) as string[];
    const targets = [...addresses, '192.0.2.1', '8.8.8.8'].flatMap((address): Target[] =>
      [22, 53, 80, 443].map(port => ({ title: `${address}:${port}`, host: address, port })),
    );
    const origins: Origin[] = [person];
    for (const cluster of clusters) {
      origins.push(machine(`around ${cluster.name}`, cluster.place.around), ...cluster.nodes.map(host));
      origins.push(...(await insidePods(cluster, (await livePods(cluster)).slice(0, 3))).values());
    }
    const open: string[] = [];
    for (const origin of origins) {
      const results = await origin.connects(targets);
      open.push(...targets.filter((_, index) => results[index]).map(({ title }) => `${origin.title} -> ${title}`));
    }
    demandNone(open, 'ways out');
    return [`${targets.length} addresses of the outside tried from ${origins.length} places, none answered`];
  },
};
