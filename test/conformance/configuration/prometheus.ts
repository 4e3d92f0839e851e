import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alertGroups } from '../../../lib/components/monitoring/alerts/alert-groups.ts';
import { ruleFiles } from '../../../lib/components/monitoring/alerts/rule-files.ts';
import { unknownMetrics } from '../../../lib/checks/queries/unknown-metrics.ts';
import { caseFacts } from '../../components/monitoring/alerts/alert-case.ts';
import { alertCases, promtoolTest } from '../../components/monitoring/alerts/promtool-test.ts';
import { execute } from '../processes/execute.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import { tool } from '../toolbox/build.ts';
import type { ConfigFiles } from './config-maps.ts';

/** Where the pods mount what the configuration names, and nothing of it is on this machine. */
const rulesMount = '/etc/prometheus/rules';
const accountMount = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Tries what Prometheus is given: its configuration, its rules, and the queries of the dashboards. */
export async function tryPrometheus(book: Book, maps: readonly ConfigFiles[], folder: string): Promise<void> {
  for (const { title, application, files } of maps.filter(({ files: all }) => 'prometheus.yml' in all)) {
    const beside = maps.filter(map => map.application === application);
    const rules = beside.filter(({ name }) => name.endsWith('-rules')).map(map => map.files);
    await book.tries(`promtool accepts ${title} with its rules, lint included`, async () =>
      checked(join(folder, title), files['prometheus.yml']!, Object.assign({}, ...rules) as Record<string, string>),
    );
    const dashboards = beside.filter(({ name }) => name.endsWith('-dashboards')).map(map => map.files);
    if (rules.length === 0) continue;

    await book.tries(`what reads ${title} reads metrics that are scraped`, async () => {
      demandNone(
        unknownMetrics({
          config: files['prometheus.yml']!,
          rules: Object.assign({}, ...rules) as Record<string, string>,
          dashboards: Object.assign({}, ...dashboards) as Record<string, string>,
        }),
        'queries',
      );
      return [`${dashboards.flatMap(Object.keys).length} dashboards, ${rules.flatMap(Object.keys).length} rule files`];
    });
  }
  await book.tries('every alert fires when it should, not before, and resolves', () =>
    unitTested(join(folder, 'alerts')),
  );
}

async function checked(folder: string, config: string, rules: Readonly<Record<string, string>>): Promise<string[]> {
  const account = join(folder, 'account');
  mkdirSync(join(folder, 'rules'), { recursive: true });
  mkdirSync(account, { recursive: true });
  for (const file of ['token', 'ca.crt']) writeFileSync(join(account, file), 'nothing\n');
  for (const [file, text] of Object.entries(rules)) writeFileSync(join(folder, 'rules', file), text);
  const here = config.replaceAll(rulesMount, join(folder, 'rules')).replaceAll(accountMount, account);
  writeFileSync(join(folder, 'prometheus.yml'), here);

  const said = await execute(tool('prometheus', 'promtool'), [
    'check',
    'config',
    '--lint=all',
    '--lint-fatal',
    join(folder, 'prometheus.yml'),
  ]);
  const files = Object.keys(rules).map(file => join(folder, 'rules', file));
  const linted =
    files.length === 0
      ? ''
      : await execute(tool('prometheus', 'promtool'), ['check', 'rules', '--lint=all', '--lint-fatal', ...files]);
  return `${said}${linted}`
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => line.replaceAll(folder, ''));
}

/** The cases name their own clusters, so the rules are made for those; the expressions are the same. */
async function unitTested(folder: string): Promise<string[]> {
  const groups = alertGroups(caseFacts);
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(ruleFiles(groups));
  for (const [file, text] of files) writeFileSync(join(folder, file), text);
  writeFileSync(
    join(folder, 'test.yml'),
    promtoolTest(
      groups,
      files.map(([file]) => file),
    ),
  );
  await execute(tool('prometheus', 'promtool'), ['test', 'rules', join(folder, 'test.yml')]);
  return [`${alertCases.length} alerts: ${alertCases.map(({ alert }) => alert).join(', ')}`];
}
