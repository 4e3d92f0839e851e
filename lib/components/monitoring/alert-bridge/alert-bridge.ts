import { Construct } from 'constructs';
import { ComponentChart, ownEndpoint } from '../../../constructs/component-chart.ts';
import { connectInternet } from '../../../constructs/connections.ts';
import { HttpWorkload } from '../../../constructs/http-workload.ts';
import { sized } from '../../../constructs/sizing.ts';
import type { Sizing } from '../../../constructs/sizing.ts';
import type { ComponentName } from '../../../model/names.ts';
import { secretFile } from '../../../model/secret-ref.ts';
import { yamlText } from '../../../yaml/yaml-text.ts';
import { bridgePipeline } from './pipeline.ts';

/** Properties for `AlertBridge`. */
export interface AlertBridgeProps extends Sizing {
  /** Branch or tag of the model repository whose workflows run. @default 'main' */
  readonly ref?: string;

  /** The component that an alert without a namespace is about. @default 'edge-models' */
  readonly subject?: ComponentName;
}

/**
 * Turns the webhook of Alertmanager into requests that GitHub takes, each of which starts a workflow of the model
 * repository. Alertmanager's own body would be refused.
 * https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event
 */
export class AlertBridge extends Construct {
  constructor(scope: Construct, id: string, props: AlertBridgeProps = {}) {
    super(scope, id);

    const { ref = 'main', subject = 'edge-models' } = props;
    const { surroundings } = ComponentChart.of(this);
    const { port } = ownEndpoint(this);
    const pipeline = bridgePipeline({
      port,
      api: connectInternet(this, 'api.github.com'),
      repository: surroundings.platform.site.modelRepository,
      ref,
    });

    new HttpWorkload(this, 'Default', {
      args: ['-c', '/etc/bento/bento.yaml'],
      env: {
        DEFAULT_NAMESPACE: surroundings.namespaceOf(subject),
        GITHUB_TOKEN_FILE: secretFile('github-dispatch', 'token'),
      },
      config: [{ name: 'config', mountPath: '/etc/bento', files: { 'bento.yaml': yamlText(pipeline) } }],
      probes: {
        liveness: { check: { path: '/ping' }, delay: 5, period: 10 },
        readiness: { check: { path: '/ready' }, period: 5 },
      },
      priority: 'platform',
      sizing: sized(props, { cpu: '10m', cpuLimit: '100m', memory: '32Mi', memoryLimit: '96Mi', scratch: '64Mi' }),
    });
  }
}
