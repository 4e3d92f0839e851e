import type { OwnSeries, Symptoms } from '../../model/symptoms.ts';

const up: OwnSeries = { metric: 'redis_up', value: 1 };
const saved: OwnSeries = { metric: 'redis_aof_last_write_status', value: 1 };
const used: OwnSeries = { metric: 'redis_memory_used_bytes', value: 50_000_000 };

/** How Redis shows that it fails, through the exporter beside it. */
export const redisSymptoms: Symptoms = {
  well: [up, saved, used, { metric: 'redis_memory_max_bytes', value: 200_000_000 }],
  failures: [
    { what: 'answers nobody', series: [{ ...up, value: 0 }] },
    { what: 'cannot write its log', series: [{ ...saved, value: 0 }] },
    {
      what: 'is full',
      series: [{ ...used, value: 200_000_000 }],
      unwatched: 'it is there to be filled: the least used keys go',
    },
  ],
};
