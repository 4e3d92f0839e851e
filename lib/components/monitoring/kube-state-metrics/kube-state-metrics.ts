import { Construct } from 'constructs';
import { ComponentChart, ownEndpoint } from '../../../constructs/component-chart.ts';
import { useKubernetesApi } from '../../../constructs/connections.ts';
import { HttpWorkload } from '../../../constructs/http-workload.ts';
import { sized } from '../../../constructs/sizing.ts';
import type { Sizing } from '../../../constructs/sizing.ts';
import type { ApiRule } from '../../../model/ask.ts';
import { seriesOf } from '../../../model/metric.ts';
import { namespacesOn } from '../scrape/namespaces.ts';
import { objectMetrics } from './metrics.ts';

/** Properties for `KubeStateMetrics`. */
export type KubeStateMetricsProps = Sizing;

/** Tells Prometheus what the objects of its cluster look like: those of this environment, and only what is read. */
export class KubeStateMetrics extends Construct {
  constructor(scope: Construct, id: string, props: KubeStateMetricsProps = {}) {
    super(scope, id);

    const { surroundings, component } = ComponentChart.of(this);
    const namespaces = namespacesOn(surroundings.clusterOf(component), surroundings);

    const { port } = ownEndpoint(this);

    useKubernetesApi(this, apiRules);
    new HttpWorkload(this, 'Default', {
      args: [
        `--port=${port}`,
        '--telemetry-port=8081',
        `--resources=${resources.join(',')}`,
        `--namespaces=${namespaces.join(',')}`,
        `--metric-allowlist=${seriesOf(objectMetrics).join(',')}`,
      ],
      probes: {
        liveness: { check: { path: '/healthz' }, delay: 5, period: 10, timeout: 5 },
        // This one also asks the API server, whose absence a restart would not mend.
        readiness: { check: { path: '/livez' }, delay: 5, period: 5, timeout: 5 },
      },
      priority: 'platform',
      sizing: sized(props, { cpu: '10m', cpuLimit: '100m', memory: '48Mi', memoryLimit: '128Mi', scratch: '64Mi' }),
    });
  }
}

const resources = ['deployments', 'pods', 'statefulsets'] as const;

const apiRules: readonly ApiRule[] = [
  { resources: ['pods'], verbs: ['list', 'watch'] },
  { groups: ['apps'], resources: ['deployments', 'statefulsets'], verbs: ['list', 'watch'] },
];
