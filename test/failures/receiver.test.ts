import { receiverOf, tellsSomebody } from '../../lib/failures/receiver.ts';
import type { Json } from '../../lib/yaml/json.ts';

const config: Json = {
  receivers: [{ name: 'people' }, { name: 'nights', webhook_configs: [{ url: 'http://bell' }] }],
  route: {
    receiver: 'people',
    routes: [
      { receiver: 'pipelines', matchers: ['workflow="drift"'] },
      { matchers: ['severity=~"critical|page"'], routes: [{ receiver: 'nights', matchers: ['alertname!="Quiet"'] }] },
    ],
  },
};

test.each([
  [{ alertname: 'A', severity: 'warning' }, 'people'],
  [{ alertname: 'A', severity: 'warning', workflow: 'drift' }, 'pipelines'],
  [{ alertname: 'A', severity: 'page' }, 'nights'],
  [{ alertname: 'Quiet', severity: 'critical' }, 'people'],
])('%j goes to %s', (labels, receiver) => {
  expect(receiverOf(config, labels)).toBe(receiver);
});

test.each([
  [{ alertname: 'A', severity: 'warning' }, false],
  [{ alertname: 'A', severity: 'page' }, true],
  [{ alertname: 'A', severity: 'warning', workflow: 'drift' }, false],
])('%j leaves Alertmanager: %s', (labels, leaves) => {
  expect(tellsSomebody(config, labels)).toBe(leaves);
});
