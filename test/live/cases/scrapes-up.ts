import { until } from '../../conformance/processes/until.ts';
import { prometheusServers } from '../prometheus-api.ts';
import type { LiveCase } from './live-case.ts';

/** Every target of every Prometheus server answers, through the policies and across the tailnet. */
export const scrapesUp: LiveCase = {
  title: 'every scrape target is up',
  run: async ({ clusters }) => {
    const notes: string[] = [];
    for (const server of await prometheusServers(clusters)) {
      let count = 0;
      await until(`every target of ${server.title} is up`, {
        seconds: 90,
        every: 3000,
        missing: async () => {
          const targets = await server.targets();
          count = targets.length;
          const down = targets.filter(({ health }) => health !== 'up');
          if (count === 0) return 'it has no targets yet';
          return down.length === 0 ? undefined : down.map(({ url, error }) => `${url}: ${error}`).join('; ');
        },
      });
      notes.push(`${server.title}: ${count} targets up`);
    }
    return notes;
  },
};
