import { Construct } from 'constructs';
import { connect } from '../../constructs/connections.ts';
import type { Sizing } from '../../constructs/sizing.ts';
import { StatefulWorkload } from '../../constructs/stateful-workload.ts';
import { secretFile } from '../../model/secret-ref.ts';
import type { Storage } from '../../model/amounts.ts';
import { provisioning } from './dashboards/provisioning.ts';

/** Properties for `Grafana`. */
export interface GrafanaProps extends Sizing {
  /** Host name for people, through the cluster's ingress. @default - only the tailnet leads to it */
  readonly host?: string;

  /** Disk for its database: users, and what they made themselves. @default '1Gi' */
  readonly storage?: Storage;
}

/** Shows series and alerts to people. Figures: requirements 003-W25 to W27. */
export class Grafana extends Construct {
  constructor(scope: Construct, id: string, props: GrafanaProps = {}) {
    super(scope, id);

    const {
      cpu = '50m',
      cpuLimit = '200m',
      memory = '128Mi',
      memoryLimit = '256Mi',
      scratch = '128Mi',
      host,
      storage = '1Gi',
    } = props;

    new StatefulWorkload(this, 'Default', {
      endpoints: ['grafana'],
      env: {
        GF_SECURITY_ADMIN_USER__FILE: secretFile('grafana-admin', 'user'),
        GF_SECURITY_ADMIN_PASSWORD__FILE: secretFile('grafana-admin', 'password'),
        ...(host !== undefined && { GF_SERVER_ROOT_URL: `https://${host}` }),
        ...quietSettings,
      },
      config: provisioning(connect(this, 'prometheus').url),
      host,
      probes: {
        startup: { check: { path: '/api/health' }, period: 5, timeout: 3, failures: 36 },
        liveness: { check: { path: '/api/health' }, delay: 30, period: 10, timeout: 3 },
        readiness: { check: { path: '/api/health' }, delay: 10, period: 5, timeout: 3 },
      },
      claim: { mountPath: '/var/lib/grafana', size: storage },
      priority: 'platform',
      sizing: { cpu, cpuLimit, memory, memoryLimit, scratch },
    });
  }
}

// It asks nobody outside for anything, and nobody lets himself in.
const quietSettings = {
  GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
  GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
  GF_ANALYTICS_REPORTING_ENABLED: 'false',
  GF_LOG_MODE: 'console',
  GF_NEWS_NEWS_FEED_ENABLED: 'false',
  GF_PLUGINS_PREINSTALL_DISABLED: 'true',
  GF_SECURITY_DISABLE_GRAVATAR: 'true',
  GF_SNAPSHOTS_EXTERNAL_ENABLED: 'false',
  GF_USERS_ALLOW_SIGN_UP: 'false',
};
