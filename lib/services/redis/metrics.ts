import type { Emitter, Metric } from '../../model/metric.ts';

const gauge: Metric = { type: 'gauge', labels: [] };
const counter: Metric = { type: 'counter', labels: [] };

/** What the exporter beside Redis says of it. https://github.com/oliver006/redis_exporter */
export const redisMetrics: Emitter = {
  name: 'redis_exporter',
  version: '1.88',
  container: 'exporter',
  metrics: {
    redis_up: gauge,
    redis_memory_used_bytes: gauge,
    redis_memory_max_bytes: gauge,
    redis_connected_clients: gauge,
    redis_aof_last_write_status: gauge,
    redis_evicted_keys_total: counter,
    redis_keyspace_hits_total: counter,
    redis_keyspace_misses_total: counter,
    redis_commands_processed_total: counter,
  },
};
