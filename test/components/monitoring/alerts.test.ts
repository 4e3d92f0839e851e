import { parse } from 'yaml';
import { alertGroups } from '../../../lib/components/monitoring/alerts/alert-groups.ts';
import type { AlertTuning } from '../../../lib/components/monitoring/alerts/alert-groups.ts';
import type { Alert } from '../../../lib/components/monitoring/alerts/alert.ts';
import { ruleFiles } from '../../../lib/components/monitoring/alerts/rule-files.ts';
import { caseFacts } from './alerts/alert-case.ts';
import { alertCases } from './alerts/promtool-test.ts';
import { filesOf, objectOf, realEnvironment, rendered } from '../../fixtures/real-platform.ts';

const all = alertsWith();

test.each([
  ['ModelPodNotRunning', '2m', 'critical', ''],
  ['ModelPodFrequentRestarts', '5m', 'warning', '> 0.1'],
  ['ModelPodOOMKilled', '1m', 'critical', 'OOMKilled'],
  ['ModelHighCPUUsage', '5m', 'warning', '> 0.8'],
  ['ModelHighMemoryUsage', '5m', 'warning', '> 0.9'],
  ['ModelAccuracyDrift', '10m', 'warning', '(1 - 0.05) *'],
  ['ModelAccuracyDropped', '10m', 'critical', '(1 - 0.1) *'],
  ['ModelAccuracyLow', '10m', 'critical', '< 0.85'],
  ['ModelPredictionsShifted', '15m', 'warning', '> 0.3'],
  ['ModelConfidenceDropped', '15m', 'warning', '(1 - 0.15) *'],
])('%s waits %s, is %s, and compares with %j', (name, wait, severity, comparison) => {
  const alert = all.get(name)!;

  expect(alert).toMatchObject({ for: wait, severity });
  expect(alert.expr).toContain(comparison);
});

test('every alert says in whole sentences what is wrong and what to do', () => {
  for (const { summary, runbook } of all.values()) {
    expect(summary).toMatch(/^[A-Z{].*\.$/);
    expect(runbook).toMatch(/^[A-Z].*\.$/);
  }
});

test('every alert has a case that says when it fires and when it does not', () => {
  expect(alertCases.map(({ alert }) => alert).sort()).toEqual([...all.keys()].sort());
});

test('an environment can set the threshold and the waiting time of an alert', () => {
  const tuned = alertsWith({ ModelHighCPUUsage: { threshold: 0.6, for: '1h' } });
  const { expr, for: wait } = tuned.get('ModelHighCPUUsage')!;

  expect(expr).toContain('> 0.6');
  expect(wait).toBe('1h');
});

test.each<[AlertTuning, string]>([
  [
    { ModelPodNotRunning: { threshold: 2 } },
    "prometheus: 'alerts.ModelPodNotRunning.threshold' (2) must be left out, because the alert compares with none",
  ],
  [{ ModelAccuracyLow: { threshold: 0 } }, "prometheus: 'alerts.ModelAccuracyLow.threshold' (0) must be more than 0"],
])('refuses the setting %j', (tuning, message) => {
  expect(() => alertsWith(tuning)).toThrow(message);
});

test('the operator is given the same rules as Prometheus itself', () => {
  const settings = { monitoring: { prometheus: { prometheusRule: true } } };
  const rendering = rendered('monitoring', realEnvironment('prod', { settings }));
  const { spec } = objectOf(rendering, 'PrometheusRule', 'prometheus') as unknown as { spec: { groups: object[] } };

  const plain = Object.values(filesOf(rendering, 'prometheus-rules')).flatMap(
    text => (parse(text) as { groups: object[] }).groups,
  );

  expect(spec.groups).toEqual(expect.arrayContaining(plain));
  expect(spec.groups).toHaveLength(plain.length);
});

test('without a far cluster nothing waits for its link', () => {
  const groups = alertGroups({ ...caseFacts, farCluster: undefined });

  expect(groups.flatMap(({ alerts }) => alerts.map(({ name }) => name))).not.toContain('EdgeLinkDown');
});

test('a rule file holds every alert of its group', () => {
  const groups = alertGroups(caseFacts);

  for (const [file, text] of Object.entries(ruleFiles(groups))) {
    const group = groups.find(({ name }) => file === `${name}.yml`)!;
    expect(text.match(/^ +- alert: /gm)).toHaveLength(group.alerts.length);
  }
});

function alertsWith(tuning?: AlertTuning): Map<string, Alert> {
  const alerts = alertGroups(caseFacts, tuning).flatMap(group => group.alerts);
  return new Map(alerts.map(alert => [alert.name, alert]));
}
