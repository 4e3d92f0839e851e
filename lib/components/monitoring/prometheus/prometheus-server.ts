import { Construct } from 'constructs';
import { ComponentChart, ownEndpoint } from '../../../constructs/component-chart.ts';
import type { ConfigFiles } from '../../../constructs/config-files.ts';
import { useKubelets, useKubernetesApi } from '../../../constructs/connections.ts';
import { holdsForm } from '../../../constructs/refuse.ts';
import type { FullSizing } from '../../../constructs/sizing.ts';
import { StatefulWorkload } from '../../../constructs/stateful-workload.ts';
import { amountOf } from '../../../model/amounts.ts';
import type { Duration, Storage } from '../../../model/amounts.ts';
import type { Contract } from '../../../model/contract.ts';
import { forms } from '../../../model/input/forms.ts';
import { scrapeApiRules } from '../scrape/api-rules.ts';
import { scrapeFiles } from '../scrape/scrape-files.ts';
import type { Scraping } from '../scrape/scrape-files.ts';

/** Properties for `PrometheusServer`. */
export interface PrometheusServerProps {
  readonly scraping: Scraping;

  /** Files with rules. @default - none */
  readonly rules?: ConfigFiles;

  /** How long series are kept, if `storage` suffices. */
  readonly retention: Duration;
  readonly storage: Storage;
  readonly sizing: FullSizing;
}

/**
 * What every Prometheus server is: one pod with a disk that finds its targets through the Kubernetes API. It reads its
 * files again when one of them changes, so that a new target or threshold starts no pod.
 * https://prometheus.io/docs/prometheus/latest/feature_flags/#auto-reload-config
 */
export class PrometheusServer extends Construct {
  constructor(scope: Construct, id: string, props: PrometheusServerProps) {
    super(scope, id);
    const { scraping, rules, retention, storage, sizing } = props;
    const { surroundings } = ComponentChart.of(this);

    holdsForm(this, 'retention', retention, forms.duration);
    useKubernetesApi(this, scrapeApiRules);
    useKubelets(this);
    new StatefulWorkload(this, 'Default', {
      args: [
        '--config.file=/etc/prometheus/config/prometheus.yml',
        '--enable-feature=auto-reload-config',
        '--storage.tsdb.path=/prometheus',
        `--storage.tsdb.retention.time=${retention}`,
        `--storage.tsdb.retention.size=${sizeOfBlocks(storage)}MB`,
        `--web.external-url=${surroundings.tailnetAddressOf(ownEndpoint(this).name).url}`,
      ],
      config: [...scrapeFiles(scraping), ...(rules ? [rules] : [])],
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

/** What every Prometheus server runs. Its metrics are those of this version. */
export const prometheusImage = 'quay.io/prometheus/prometheus:v3.15.0';

/** What holds of every Prometheus server. @param endpoint its own */
export function prometheusContracts(endpoint: string): Contract[] {
  return [
    { listens: endpoint, always: 9090 },
    { files: 'config', hold: 'prometheus-config' },
    { files: 'scrape', hold: 'prometheus-config' },
  ];
}

/**
 * Four fifths of its disk, in mebibytes, which Prometheus calls MB: the rest is for what is written before the next check
 * of the size, and for the blocks that a compaction replaces.
 */
function sizeOfBlocks(storage: Storage): bigint {
  return (amountOf(storage) * 4n) / 5n / amountOf('1Mi');
}
