import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../conformance/processes/until.ts';
import { NotTried } from '../../conformance/report/ledger.ts';
import { plugIn, pullOut } from '../network/workstation.ts';
import { prometheusServers } from '../prometheus-api.ts';
import type { LiveCase } from './live-case.ts';
import { fires } from './firing.ts';

/** Minutes in which a site is off the tailnet. */
const minutes = 3;

/** A site without its link goes on serving, is missed, and catches up: series, syncs and all. */
export const cutLink: LiveCase = {
  title: `the link to a site is cut for ${minutes} minutes: it is missed, and everything catches up`,
  run: async platform => {
    const site = platform.clusters.find(({ place }) => place.workstation);
    if (!site) throw new NotTried('no cluster of this platform is behind a workstation');

    const { metricLabels } = site.row;
    const up = `sum(up{cluster="${metricLabels.cluster}"})`;
    const others = platform.clusters.filter(cluster => cluster !== site);
    const servers = await prometheusServers(others);
    const before = await Promise.all(servers.map(server => server.query(up)));
    await pullOut(site.place);
    let fired: number;
    try {
      fired = await fires({ clusters: others }, 'EdgeLinkDown', {}, 120 + minutes * 60);
      await sleep(minutes * 60_000 - fired * 1000);
    } finally {
      await plugIn(site.place);
    }
    const started = Date.now();
    await platform.world.allWell();
    await until(`the series of ${site.name} are back`, {
      seconds: 180,
      every: 3000,
      missing: async () => {
        const now = await Promise.all(servers.map(server => server.query(up)));
        const lacks = servers.filter((_, index) => (now[index]?.[0]?.value ?? 0) < (before[index]?.[0]?.value ?? 0));
        return lacks.length === 0 ? undefined : `${lacks.map(({ title }) => title).join(', ')} still miss some`;
      },
    });
    const back = Math.round((Date.now() - started) / 1000);
    return [`EdgeLinkDown fired after ${fired} s; ${back} s after the link was back, all was as before`];
  },
};
