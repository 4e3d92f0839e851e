import { Construct } from 'constructs';
import { offersOf, ownEndpoint, serviceNameOf } from '../../constructs/component-chart.ts';
import { HttpWorkload } from '../../constructs/http-workload.ts';
import { holdsForm } from '../../constructs/refuse.ts';
import { sized } from '../../constructs/sizing.ts';
import type { Sizing } from '../../constructs/sizing.ts';
import type { Memory, Storage } from '../../model/amounts.ts';
import { localNameOf } from '../../model/endpoint.ts';
import { choice } from '../../model/input/collections.ts';
import { pingCommand, redisConfig, redisPassword, startWithPassword } from './config.ts';
import { redisExporter } from './exporter.ts';
import { mostMemory } from './most-memory.ts';

/** Properties for `Redis`. */
export interface RedisProps extends Sizing {
  /** Memory for keys. @default - three quarters of its limit, which is the most: rewriting the log takes memory, too */
  readonly maxMemory?: Memory;

  /** What happens when that is full: the least used keys go, or writes are refused. @default 'allkeys-lru' */
  readonly whenFull?: 'allkeys-lru' | 'noeviction';

  /** Disk for the log of what was written. @default '5Gi' */
  readonly storage?: Storage;
}

/**
 * A Redis server that asks for a password, the entry `password` of the Secret `<service>-credentials`, and keeps a log on its
 * disk. An exporter beside it tells how it is.
 */
export class Redis extends Construct {
  constructor(scope: Construct, id: string, props: RedisProps = {}) {
    super(scope, id);

    const { whenFull = 'allkeys-lru', storage = '5Gi' } = props;
    const own = { cpu: '100m', cpuLimit: '200m', memory: '128Mi', memoryLimit: '256Mi', scratch: '64Mi' } as const;
    const sizing = sized(props, own);
    if (!holdsForm(this, 'whenFull', whenFull, choice(['allkeys-lru', 'noeviction']))) return;
    const memory = mostMemory(this, props.maxMemory, sizing.memoryLimit);
    if (memory === undefined) return;
    const { port } = ownEndpoint(this);
    const asks = pingCommand(port);
    const password = redisPassword(serviceNameOf(this));
    const metrics = offersOf(this)
      .filter(offer => offer.metrics)
      .map(localNameOf);

    new HttpWorkload(this, 'Default', {
      // Redis reads no password from a file, and an argument would show in the list of processes: so one is written in memory.
      command: ['sh', '-c'],
      args: [startWithPassword],
      env: { REDIS_PASSWORD_FILE: password },
      volumes: { password: { emptyDir: { size: '1Mi', medium: 'memory' } } },
      mounts: { '/run/redis': { volume: 'password' } },
      config: [redisConfig({ port, memory, whenFull })],
      probes: {
        startup: { check: { command: asks }, period: 5, timeout: 3, failures: 36 },
        liveness: { check: { command: asks }, delay: 30, period: 10, timeout: 5 },
        readiness: { check: { command: asks }, delay: 10, period: 5, timeout: 3 },
      },
      claim: { mountPath: '/data', size: storage },
      sidecars: { exporter: redisExporter({ endpoints: metrics, port, password }) },
      priority: 'platform',
      sizing,
    });
  }
}

/** What every Redis server runs: the official image. https://hub.docker.com/_/redis */
export const redisImage = 'docker.io/library/redis:8.4.2';
