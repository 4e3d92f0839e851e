import { shaped, saidOf } from '../fixtures/shape-objects.ts';
import { at } from '../fixtures/synthesized.ts';

const agent = (settings: object = {}) => ({ work: { agent: settings } });

test('a DaemonSet replaces its pods node by node, and has a Service for what it offers', () => {
  const platform = shaped(agent({ maxUnavailable: 2 }));

  expect(at(platform.find('DaemonSet', 'agent'), 'spec', 'updateStrategy')).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge: 0, maxUnavailable: 2 },
  });
  expect(at(platform.find('Service', 'agent'), 'spec', 'ports', 0, 'port')).toBe(9100);
});

test('it may have a reason for no probes', () => {
  const { metadata } = shaped(agent({ probes: { none: 'It only writes.' } })).find('DaemonSet', 'agent');

  expect(metadata.annotations).toEqual({ 'plainsail.dev/exempt.container-probes': 'It only writes.' });
});

test.each([
  [{ maxUnavailable: 0 }, "out-of-range: prod/work: agent: 'maxUnavailable' (0) must be a whole number from 1 to 5000"],
  [
    { maxUnavailable: '25%' },
    "wrong-type: prod/work: agent: 'maxUnavailable' ('25%') must be a whole number from 1 to 5000",
  ],
  [
    { probes: undefined, priority: 'low' },
    "unknown-name: prod/work: agent: 'priority' ('low') must be one of 'serving', 'platform', 'batch'",
  ],
])('%j is refused', (settings, sentence) => {
  expect(saidOf(agent(settings))).toEqual([sentence]);
});
