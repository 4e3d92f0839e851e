import { Construct } from 'constructs';
import { HttpWorkload } from '../lib/constructs/http-workload.ts';
import { sized } from '../lib/constructs/sizing.ts';
import type { Sizing } from '../lib/constructs/sizing.ts';

/** Properties for `SyntheticService`. */
export interface SyntheticServiceProps extends Sizing {
  /** @default 'info' */
  readonly logLevel?: 'info' | 'warn';
}

/** Objects that a service renders: Deployment, Service, ServiceAccount and two ConfigMaps. */
export const objectsPerService = 5;

/** A service like most others, made of the same shape. */
export class SyntheticService extends Construct {
  constructor(scope: Construct, id: string, props: SyntheticServiceProps = {}) {
    super(scope, id);

    const { logLevel = 'info' } = props;

    new HttpWorkload(this, 'Default', {
      env: { HOME: '/tmp', CONFIG_FILE: '/etc/service/service.yaml' },
      config: [
        { name: 'config', mountPath: '/etc/service', files: { 'service.yaml': configText(logLevel) } },
        { name: 'limits', mountPath: '/etc/limits', files: { 'limits.yaml': limitsText } },
      ],
      probes: {
        startup: { check: { path: '/health' }, period: 5, failures: 24 },
        liveness: { check: { path: '/health' }, delay: 30, period: 10, timeout: 5 },
        readiness: { check: { path: '/ready' }, period: 5, timeout: 3 },
      },
      sizing: sized(props, { cpu: '100m', cpuLimit: '500m', memory: '128Mi', memoryLimit: '256Mi', scratch: '256Mi' }),
    });
  }
}

const limitsText = `requests:
  perMinute: 600
  burst: 50
`;

function configText(logLevel: string): string {
  return `server:
  port: 8080
  timeout: 30s
log:
  level: ${logLevel}
  format: json
cache:
  entries: 10000
  lifetime: 5m
`;
}
