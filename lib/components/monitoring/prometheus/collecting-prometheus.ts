import { Construct } from 'constructs';
import { sized } from '../../../constructs/sizing.ts';
import type { Sizing } from '../../../constructs/sizing.ts';
import type { Duration, Storage } from '../../../model/amounts.ts';
import { service } from '../../../model/service.ts';
import type { Service } from '../../../model/service.ts';
import { collectorScraping } from '../scrape/collector-config.ts';
import { prometheusContracts, prometheusImage, PrometheusServer } from './prometheus-server.ts';
import { prometheusMetrics } from './watch.ts';

/** Properties for `CollectingPrometheus`. */
export interface CollectingPrometheusProps extends Sizing {
  /** How long series are kept; the central server takes them over at once. @default '6h' */
  readonly retention?: Duration;

  /** Disk for series; a fifth of it is kept free. @default '1Gi' */
  readonly storage?: Storage;
}

/**
 * Scrapes each pod of its own cluster, which cannot be done from afar, and hands the series to the central server. It
 * raises no alerts: a cluster that is cut off could not send them.
 */
class CollectingPrometheus extends Construct {
  constructor(scope: Construct, id: string, props: CollectingPrometheusProps = {}) {
    super(scope, id);

    const { retention = '6h', storage = '1Gi' } = props;

    new PrometheusServer(this, 'Default', {
      scraping: collectorScraping(this),
      retention,
      storage,
      sizing: sized(props, { cpu: '50m', cpuLimit: '250m', memory: '128Mi', memoryLimit: '256Mi', scratch: '128Mi' }),
    });
  }
}

/** The server that collects on one cluster, under the name that it has there. */
export function collectingPrometheusOf(name: string): Service {
  return service({
    construct: CollectingPrometheus,
    image: prometheusImage,
    offers: { [name]: { port: 9090, nodePort: 30850, metrics: {} } },
    emits: prometheusMetrics,
    contracts: prometheusContracts(name),
  });
}
