import type { Sidecar } from '../../model/pods/container.ts';
import { secretRef } from '../../model/secret-ref.ts';
import type { SecretRef } from '../../model/secret-ref.ts';

/** What the exporter is told. */
interface Exported {
  readonly endpoints: readonly string[];
  readonly port: number;
  readonly password: SecretRef;
}

/**
 * Tells Prometheus how the server beside it is. The file of passwords that it knows maps addresses to passwords, so the one
 * password comes as a variable. https://github.com/oliver006/redis_exporter
 */
export function redisExporter({ endpoints, port, password: { secret, key } }: Exported): Sidecar {
  return {
    image: 'docker.io/oliver006/redis_exporter:v1.88.0',
    endpoints,
    env: { REDIS_ADDR: `redis://127.0.0.1:${port}`, REDIS_PASSWORD: secretRef(secret, key) },
    probes: {
      liveness: { check: { path: '/health' }, period: 10, timeout: 5 },
      readiness: { check: { path: '/health' }, period: 10, timeout: 5 },
    },
    sizing: { cpu: '10m', cpuLimit: '100m', memory: '32Mi', memoryLimit: '64Mi', scratch: '32Mi' },
  };
}
