import { Construct } from 'constructs';
import type { Sizing } from '../../constructs/sizing.ts';
import type { Duration, Storage } from '../../model/amounts.ts';
import { PrometheusServer } from './prometheus-server.ts';
import { collectorConfig } from './scrape/collector-config.ts';

/** Properties for `EdgePrometheus`. */
export interface EdgePrometheusProps extends Sizing {
  /** How long series are kept; the central server takes them over at once. @default '6h' */
  readonly retention?: Duration;

  /** Disk for series; a fifth of it is kept free. @default '1Gi' */
  readonly storage?: Storage;
}

/**
 * Scrapes each pod of its own cluster, which cannot be done from afar, and hands the series to the central server. It
 * raises no alerts: a cluster that is cut off could not send them.
 */
export class EdgePrometheus extends Construct {
  constructor(scope: Construct, id: string, props: EdgePrometheusProps = {}) {
    super(scope, id);

    const {
      cpu = '50m',
      cpuLimit = '250m',
      memory = '128Mi',
      memoryLimit = '256Mi',
      scratch = '128Mi',
      retention = '6h',
      storage = '1Gi',
    } = props;

    new PrometheusServer(this, 'Default', {
      endpoint: 'edge-prometheus',
      config: collectorConfig(this),
      retention,
      storage,
      sizing: { cpu, cpuLimit, memory, memoryLimit, scratch },
    });
  }
}
