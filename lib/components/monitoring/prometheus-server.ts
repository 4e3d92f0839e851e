import { Construct } from 'constructs';
import type { EndpointName } from '../endpoints.ts';
import { ComponentChart } from '../../constructs/component-chart.ts';
import { useKubelets, useKubernetesApi } from '../../constructs/connections.ts';
import { holdsForm } from '../../constructs/refuse.ts';
import type { FullSizing } from '../../constructs/sizing.ts';
import { StatefulWorkload } from '../../constructs/stateful-workload.ts';
import type { ConfigFiles } from '../../constructs/config-files.ts';
import { mebibytes } from '../../model/amounts.ts';
import type { Duration, Storage } from '../../model/amounts.ts';
import { forms } from '../../model/input/forms.ts';
import type { JsonMap } from '../../yaml/json.ts';
import { yamlText } from '../../yaml/yaml-text.ts';
import { scrapeApiRules } from './scrape/api-rules.ts';

/** Properties for `PrometheusServer`. */
export interface PrometheusServerProps {
  readonly endpoint: EndpointName;
  readonly config: JsonMap;

  /** Files with rules, as `rulesPattern` finds them. @default - none */
  readonly rules?: ConfigFiles;

  /** How long series are kept, if `storage` suffices. */
  readonly retention: Duration;
  readonly storage: Storage;
  readonly sizing: FullSizing;
}

/** What both Prometheus servers are: one pod with a disk that finds its targets through the Kubernetes API. */
export class PrometheusServer extends Construct {
  constructor(scope: Construct, id: string, props: PrometheusServerProps) {
    super(scope, id);
    const { endpoint, config, rules, retention, storage, sizing } = props;
    const { surroundings, component } = ComponentChart.of(this);
    const host = surroundings.clusterOf(component).tailnetHost;

    holdsForm(this, 'retention', retention, forms.duration);
    useKubernetesApi(this, scrapeApiRules);
    useKubelets(this);
    new StatefulWorkload(this, 'Default', {
      endpoints: [endpoint],
      args: [
        '--config.file=/etc/prometheus/config/prometheus.yml',
        '--storage.tsdb.path=/prometheus',
        `--storage.tsdb.retention.time=${retention}`,
        `--storage.tsdb.retention.size=${Math.floor(mebibytes(storage) * shareForBlocks)}MB`,
        `--web.external-url=http://${host}:${surroundings.nodePortOf(endpoint)}`,
      ],
      config: [
        { name: 'config', mountPath: '/etc/prometheus/config', files: { 'prometheus.yml': yamlText(config) } },
        ...(rules ? [rules] : []),
      ],
      kubernetesApi: true,
      // Reading back what was not yet compacted may take minutes after a crash.
      probes: {
        startup: { check: { path: '/-/ready' }, period: 10, timeout: 5, failures: 60 },
        liveness: { check: { path: '/-/healthy' }, delay: 30, period: 10, timeout: 5 },
        readiness: { check: { path: '/-/ready' }, delay: 5, period: 5, timeout: 5 },
      },
      claim: { mountPath: '/prometheus', size: storage },
      priority: 'platform',
      sizing,
    });
  }
}

// Room for what is written before the next check of the size, and for the blocks that a compaction replaces.
const shareForBlocks = 0.8;
