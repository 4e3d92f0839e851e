import { parse } from 'yaml';
import { alertsOf } from '../../../lib/model/alerts-of.ts';
import type { AlertTuning } from '../../../lib/model/alerts-of.ts';
import { ruleFiles } from '../../../lib/components/monitoring/prometheus/rule-files.ts';
import type { Alert } from '../../../lib/model/alert.ts';
import type { Environment } from '../../../lib/model/environment.ts';
import { Surroundings } from '../../../lib/model/surroundings.ts';
import { alertCases } from './alerts/promtool-test.ts';
import { endingSoon } from './alerts/tool-cases.ts';
import { exampleRows } from '../../fixtures/example.ts';
import { filesOf, objectOf, exampleEnvironment, examplePlatform, rendered } from '../../fixtures/example-platform.ts';

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
  expect([...new Set(alertCases.map(({ alert }) => alert))].sort()).toEqual([...all.keys()].sort());
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
  const rendering = rendered('monitoring', exampleEnvironment('prod', { settings }));
  const { spec } = objectOf(rendering, 'PrometheusRule', 'prometheus') as unknown as { spec: { groups: object[] } };

  const plain = Object.values(filesOf(rendering, 'prometheus-rules')).flatMap(
    text => (parse(text) as { groups: object[] }).groups,
  );

  expect(spec.groups).toEqual(expect.arrayContaining(plain));
  expect(spec.groups).toHaveLength(plain.length);
});

test('where everything runs on one cluster nothing waits for a link', () => {
  const together = exampleEnvironment('prod', {
    placement: { 'default': 'gcp', 'edge-models': 'gcp', 'monitoring': 'none' },
  });

  expect(alertNames(exampleEnvironment('prod'))).toContain('EdgeLinkDown');
  expect(alertNames(together)).not.toContain('EdgeLinkDown');
});

test('alerts are the same text in every environment, so that none replaces what it does not change', () => {
  const texts = [undefined, exampleEnvironment('dev'), exampleEnvironment('prod')].map(environment =>
    filesOf(rendered('monitoring', environment), 'prometheus-rules'),
  );

  expect(texts[1]).toEqual(texts[0]);
  expect(texts[2]).toEqual(texts[0]);
  expect(JSON.stringify(texts[0])).not.toMatch(/namespace=|cluster=/);
});

test('a changed threshold changes the file of its alert alone', () => {
  const settings = { monitoring: { prometheus: { alerts: { ModelHighCPUUsage: { threshold: 0.6 } } } } } as const;
  const before = filesOf(rendered('monitoring', exampleEnvironment('prod')), 'prometheus-rules');
  const after = filesOf(rendered('monitoring', exampleEnvironment('prod', { settings })), 'prometheus-rules');

  expect(Object.keys(after).filter(file => after[file] !== before[file])).toEqual(['ModelHighCPUUsage.yml']);
});

test('each alert has a rule file of its name', () => {
  for (const [file, text] of Object.entries(ruleFiles([...all.values()]))) {
    expect(text).toContain(`- alert: ${file.replace('.yml', '')}\n`);
  }
});

test('an alert of a component that is not here cannot be tuned', () => {
  const settings = { monitoring: { prometheus: { alerts: { ModelHighCPUUsage: { threshold: 0.6 } } } } } as const;
  const without = exampleEnvironment('prod', { placement: { 'edge-models': 'none' }, settings });

  expect(() => rendered('monitoring', without)).toThrow(
    "'alerts.ModelHighCPUUsage' must be an alert of a service that is here",
  );
});

function alertNames(environment: Environment): string[] {
  return alertsOf(new Surroundings(examplePlatform(), environment)).map(({ name }) => name);
}

function alertsWith(tuning?: AlertTuning): Map<string, Alert> {
  const noted = examplePlatform({ site: { ...exampleRows.site, credentialEnds: endingSoon } });
  const alerts = alertsOf(new Surroundings(noted, undefined), tuning);
  return new Map(alerts.map(alert => [alert.name, alert]));
}
