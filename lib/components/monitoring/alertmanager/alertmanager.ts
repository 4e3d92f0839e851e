import { Construct } from 'constructs';
import { ComponentChart, ownEndpoint } from '../../../constructs/component-chart.ts';
import { connect } from '../../../constructs/connections.ts';
import { holdsForm } from '../../../constructs/refuse.ts';
import { sized } from '../../../constructs/sizing.ts';
import type { Sizing } from '../../../constructs/sizing.ts';
import { StatefulWorkload } from '../../../constructs/stateful-workload.ts';
import type { Duration, Storage } from '../../../model/amounts.ts';
import { forms } from '../../../model/input/forms.ts';
import { yamlText } from '../../../yaml/yaml-text.ts';
import { alertRoutes } from './alert-routes.ts';

/** Properties for `Alertmanager`. */
export interface AlertmanagerProps extends Sizing {
  /** How long an alert that still fires stays silent before it is told again. @default '12h' */
  readonly repeatInterval?: Duration;

  /** Disk for silences and for what was already told. @default '1Gi' */
  readonly storage?: Storage;
}

/** Groups alerts and tells whoever must act. */
export class Alertmanager extends Construct {
  constructor(scope: Construct, id: string, props: AlertmanagerProps = {}) {
    super(scope, id);

    const { repeatInterval = '12h', storage = '1Gi' } = props;
    const { surroundings } = ComponentChart.of(this);
    holdsForm(this, 'repeatInterval', repeatInterval, forms.duration);
    const routes = alertRoutes(`${connect(this, 'alert-bridge').url}/alerts`, repeatInterval);

    new StatefulWorkload(this, 'Default', {
      args: [
        '--config.file=/etc/alertmanager/config/alertmanager.yml',
        '--storage.path=/alertmanager',
        '--cluster.listen-address=', // one pod has no peers to gossip with
        `--web.external-url=${surroundings.tailnetAddressOf(ownEndpoint(this).name).url}`,
      ],
      config: [
        { name: 'config', mountPath: '/etc/alertmanager/config', files: { 'alertmanager.yml': yamlText(routes) } },
      ],
      probes: {
        liveness: { check: { path: '/-/healthy' }, delay: 30, period: 10 },
        readiness: { check: { path: '/-/ready' }, delay: 5, period: 5 },
      },
      claim: { mountPath: '/alertmanager', size: storage },
      priority: 'platform',
      sizing: sized(props, { cpu: '25m', cpuLimit: '100m', memory: '32Mi', memoryLimit: '64Mi', scratch: '64Mi' }),
    });
  }
}
