import type { Sidecar } from '../../model/pods/container.ts';
import type { SecretFile } from '../../model/secret-ref.ts';

/** What the exporter is told. */
interface Exported {
  readonly endpoints: readonly string[];
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: SecretFile;
}

/** Tells Prometheus how the server beside it is. https://github.com/prometheus-community/postgres_exporter */
export function postgresExporter({ endpoints, port, database, user, password }: Exported): Sidecar {
  return {
    image: 'quay.io/prometheuscommunity/postgres-exporter:v0.20.1',
    endpoints,
    env: {
      DATA_SOURCE_URI: `127.0.0.1:${port}/${database}?sslmode=disable`, // within the pod
      DATA_SOURCE_USER: user,
      DATA_SOURCE_PASS_FILE: password,
    },
    probes: {
      liveness: { check: 'connect', period: 10, timeout: 5 },
      readiness: { check: 'connect', period: 10, timeout: 5 },
    },
    sizing: { cpu: '10m', cpuLimit: '100m', memory: '32Mi', memoryLimit: '64Mi', scratch: '32Mi' },
  };
}
