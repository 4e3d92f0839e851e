import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { execute, outcome } from '../processes/execute.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import { tool } from '../toolbox/build.ts';
import { isConfig } from './config-maps.ts';
import type { ConfigFiles } from './config-maps.ts';

/** An alert as a rule file has it. */
interface Rule {
  readonly alert?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Who hears of an alert: pipelines repair what drifts or is critical, one watches the watchdog, people look at the rest. */
function receiverOf({ alert, labels = {} }: Rule): string {
  if (alert === 'Watchdog') return 'dead-mans-switch';
  const repaired = labels['workflow'] === 'drift' || labels['severity'] === 'critical';
  return repaired ? 'webhook-github-actions' : 'shown-in-grafana';
}

/** Tries every configuration of Alertmanager with every alert that reaches it. */
export async function tryAlertmanager(book: Book, maps: readonly ConfigFiles[], folder: string): Promise<void> {
  for (const { title, application, files } of maps.filter(isConfig('alertmanager.yml'))) {
    const file = join(folder, title, 'alertmanager.yml');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, files['alertmanager.yml']!);
    await book.tries(`amtool accepts ${title}`, async () =>
      (await execute(tool('alertmanager', 'amtool'), ['check-config', file])).split('\n').filter(line => line !== ''),
    );
    const alerts = maps.filter(map => map.application === application && map.name.endsWith('-rules')).flatMap(alertsOf);
    await book.tries(`${title} sends each alert where it belongs`, () => routed(file, alerts));
  }
}

function alertsOf({ files }: ConfigFiles): Rule[] {
  return Object.values(files)
    .flatMap(text => (parse(text) as { groups: readonly { rules: readonly Rule[] }[] }).groups)
    .flatMap(({ rules }) => rules)
    .filter(({ alert }) => alert !== undefined);
}

async function routed(file: string, alerts: readonly Rule[]): Promise<string[]> {
  const complaints: string[] = [];
  const routes: string[] = [];
  for (const rule of alerts) {
    const pairs = Object.entries({ alertname: rule.alert!, ...rule.labels });
    const labels = pairs.map(([name, value]) => `${name}=${value}`);
    const { code, stdout, stderr } = await outcome(tool('alertmanager', 'amtool'), [
      'config',
      'routes',
      'test',
      `--config.file=${file}`,
      `--verify.receivers=${receiverOf(rule)}`,
      ...labels,
    ]);
    if (code !== 0) complaints.push(`${rule.alert}: ${stdout}${stderr}`);
    routes.push(`${rule.alert} (${rule.labels?.['severity'] ?? 'no severity'}): ${receiverOf(rule)}`);
  }
  if (alerts.length === 0) complaints.push('no alert was found');
  demandNone(complaints, 'alerts that go elsewhere');
  return routes;
}
