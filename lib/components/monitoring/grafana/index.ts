import { service } from '../../../model/service.ts';
import { Grafana } from './grafana.ts';

/** Pages for people. Whether it answers is all that is of interest about it. */
export const grafana = service({
  construct: Grafana,
  image: 'docker.io/grafana/grafana:12.4.11',
  offers: { grafana: { port: 3000, nodePort: 30300, metrics: {} } },
  contracts: [
    { listens: 'grafana', always: 3000 },
    { calls: 'prometheus', told: { file: 'datasources/prometheus.yaml', text: /^ *url: http:\/\/(\S+)$/m } },
    { files: 'dashboards', hold: 'grafana-dashboards' },
  ],
});
