import { Construct } from 'constructs';
import { ComponentChart, ownEndpoint } from '../../../constructs/component-chart.ts';
import { connect, connectInternet } from '../../../constructs/connections.ts';
import { holdsForm } from '../../../constructs/refuse.ts';
import { secretPath } from '../../../constructs/secret-files.ts';
import { sized } from '../../../constructs/sizing.ts';
import type { Sizing } from '../../../constructs/sizing.ts';
import { StatefulWorkload } from '../../../constructs/stateful-workload.ts';
import type { Duration, Storage } from '../../../model/amounts.ts';
import { forms } from '../../../model/input/forms.ts';
import { secretFile } from '../../../model/secret-ref.ts';
import type { SecretFile } from '../../../model/secret-ref.ts';
import { yamlText } from '../../../yaml/yaml-text.ts';
import { alertRoutes } from './alert-routes.ts';

/** Properties for `Alertmanager`. */
export interface AlertmanagerProps extends Sizing {
  /** How long an alert that still fires stays silent before it is told again. @default '12h' */
  readonly repeatInterval?: Duration;

  /**
   * Host of a service that is called every five minutes as long as alerts arrive, and that raises the alarm when it is not:
   * `hc-ping.com`, say. The whole URL is a secret, the entry `url` of `dead-mans-switch`. @default - nobody notices when alerts
   * fall silent
   */
  readonly deadMansSwitch?: string;

  /** Disk for silences and for what was already told. @default '1Gi' */
  readonly storage?: Storage;
}

/** Groups alerts and tells whoever must act. */
export class Alertmanager extends Construct {
  constructor(scope: Construct, id: string, props: AlertmanagerProps = {}) {
    super(scope, id);

    const { repeatInterval = '12h', deadMansSwitch, storage = '1Gi' } = props;
    const { surroundings } = ComponentChart.of(this);
    holdsForm(this, 'repeatInterval', repeatInterval, forms.duration);
    const watched = deadMansSwitch === undefined ? undefined : this.watchedBy(deadMansSwitch);
    const bridge = `${connect(this, 'alert-bridge').url}/alerts`;
    const routes = alertRoutes(bridge, repeatInterval, watched && secretPath(watched));

    new StatefulWorkload(this, 'Default', {
      args: [
        '--config.file=/etc/alertmanager/config/alertmanager.yml',
        '--storage.path=/alertmanager',
        '--cluster.listen-address=', // one pod has no peers to gossip with
        `--web.external-url=${surroundings.tailnetAddressOf(ownEndpoint(this).name).url}`,
      ],
      env: watched && { DEAD_MANS_SWITCH_FILE: watched },
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

  /** The file with the URL. The program is told of it in its configuration; as a variable it is mounted. */
  private watchedBy(host: string): SecretFile {
    if (holdsForm(this, 'deadMansSwitch', host, forms.hostName)) connectInternet(this, host);
    return secretFile('dead-mans-switch', 'url');
  }
}
