import { receiverOf } from '../../lib/alerts/receiver.ts';
import type { Json } from '../../lib/yaml/json.ts';

const config: Json = {
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
