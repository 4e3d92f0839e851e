import { Construct } from 'constructs';
import { ComponentChart } from '../../../constructs/component-chart.ts';
import { connect } from '../../../constructs/connections.ts';
import { sized } from '../../../constructs/sizing.ts';
import type { Sizing } from '../../../constructs/sizing.ts';
import { StatefulWorkload } from '../../../constructs/stateful-workload.ts';
import { secretFile } from '../../../model/secret-ref.ts';
import type { Storage } from '../../../model/amounts.ts';
import { dashboardsOf } from './dashboards.ts';
import { provisioning } from './provisioning.ts';
import { quietSettings } from './quiet-settings.ts';

/** Properties for `Grafana`. */
export interface GrafanaProps extends Sizing {
  /** Host name for people, through the cluster's ingress. @default - only the tailnet leads to it */
  readonly host?: string;

  /** Disk for its database: users, and what they made themselves. @default '1Gi' */
  readonly storage?: Storage;
}

/** Shows series and alerts to people. */
export class Grafana extends Construct {
  constructor(scope: Construct, id: string, props: GrafanaProps = {}) {
    super(scope, id);

    const { host, storage = '1Gi' } = props;

    new StatefulWorkload(this, 'Default', {
      env: {
        GF_SECURITY_ADMIN_USER__FILE: secretFile('grafana-admin', 'user'),
        GF_SECURITY_ADMIN_PASSWORD__FILE: secretFile('grafana-admin', 'password'),
        ...(host !== undefined && { GF_SERVER_ROOT_URL: `https://${host}` }),
        ...quietSettings,
      },
      config: provisioning(connect(this, 'prometheus').url, dashboardsOf(ComponentChart.of(this).surroundings)),
      host,
      probes: {
        startup: { check: { path: '/api/health' }, period: 5, timeout: 3, failures: 36 },
        liveness: { check: { path: '/api/health' }, delay: 30, period: 10, timeout: 3 },
        readiness: { check: { path: '/api/health' }, delay: 10, period: 5, timeout: 3 },
      },
      claim: { mountPath: '/var/lib/grafana', size: storage },
      priority: 'platform',
      sizing: sized(props, { cpu: '50m', cpuLimit: '200m', memory: '128Mi', memoryLimit: '256Mi', scratch: '128Mi' }),
    });
  }
}
