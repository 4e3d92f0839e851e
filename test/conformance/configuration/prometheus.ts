import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unknownMetrics } from '../../../lib/checks/queries/unknown-metrics.ts';
import { alertsOf } from '../../../lib/model/alerts-of.ts';
import { ruleFiles } from '../../../lib/components/monitoring/prometheus/rule-files.ts';
import type { Alert } from '../../../lib/model/alert.ts';
import { checkedPlatform } from '../../../lib/model/check-input.ts';
import { Surroundings } from '../../../lib/model/surroundings.ts';
import type { AlertCase } from '../../components/monitoring/alerts/alert-case.ts';
import { gpuCases } from '../../components/monitoring/alerts/gpu-cases.ts';
import { clusterCases } from '../../components/monitoring/alerts/postgres-cluster-cases.ts';
import { operated, programWith } from '../../components/callcenter/operated-postgres.ts';
import { exampleImages } from '../../fixtures/example.ts';
import { operatedTenantCases } from '../../components/monitoring/alerts/operated-tenant-cases.ts';
import { alertsForOperator } from '../../components/monitoring/operator-program.ts';
import { alertCases, promtoolTest } from '../../components/monitoring/alerts/promtool-test.ts';
import { endingSoon } from '../../components/monitoring/alerts/tool-cases.ts';
import { gpuPlatform } from '../../fixtures/gpu-platform.ts';
import { ownImages, ownRows } from '../../fixtures/own-program.ts';
import { execute } from '../processes/execute.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import { tool } from '../toolbox/build.ts';
import { isConfig } from './config-maps.ts';
import { onEachProcessor } from './on-each-processor.ts';
import type { ConfigFiles } from './config-maps.ts';

/** Where the pods mount what the configuration names, and nothing of it is on this machine. */
const mounts = { rules: '/etc/prometheus/rules', scrape: '/etc/prometheus/scrape' } as const;
const accountMount = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Files by name. */
type Files = Readonly<Record<string, string>>;

/** Tries what Prometheus is given: its configuration, its rules, and the queries of the dashboards. */
export async function tryPrometheus(book: Book, maps: readonly ConfigFiles[], folder: string): Promise<void> {
  const platform = checkedPlatform(ownRows, ownImages);
  const noted = { ...platform, site: { ...platform.site, credentialEnds: endingSoon } };
  for (const { title, application, files } of maps.filter(isConfig('prometheus.yml'))) {
    const named = (ending: string): Files =>
      Object.assign(
        {},
        ...maps.filter(map => map.application === application && map.name.endsWith(ending)).map(map => map.files),
      ) as Files;
    const rules = named('-rules');
    const scrape = named('-scrape');
    await book.tries(`promtool accepts ${title} with its rules, lint included`, async () =>
      checked(join(folder, title), files['prometheus.yml']!, { rules, scrape }),
    );
    if (Object.keys(rules).length === 0) continue;

    const dashboards = named('-dashboards');
    await book.tries(`what reads ${title} reads metrics that are scraped`, async () => {
      const known = { platform, values: {} };
      demandNone(unknownMetrics({ configs: { ...files, ...scrape }, rules, dashboards }, known), 'queries');
      return [`${Object.keys(dashboards).length} dashboards, ${Object.keys(rules).length} rule files`];
    });
  }
  await book.tries('every alert fires when it should, not before, and resolves', () =>
    unitTested(join(folder, 'alerts'), alertsOf(new Surroundings(noted, undefined))),
  );
  await book.tries('so do those about GPUs, where a cluster has some', () =>
    unitTested(join(folder, 'gpu-alerts'), alertsOf(new Surroundings(gpuPlatform(), undefined)), gpuCases),
  );
  const operatedPostgres = checkedPlatform(programWith(operated), exampleImages);
  const prod = operatedPostgres.environments.find(({ name }) => name === 'prod');
  await book.tries('so do those about PostgreSQL, where CloudNativePG runs it', () =>
    unitTested(join(folder, 'postgres-alerts'), alertsOf(new Surroundings(operatedPostgres, prod)), clusterCases),
  );
  await book.tries('so do those of one tenant, and no other, where the Prometheus of an operator judges them', () =>
    unitTested(join(folder, 'operated-alerts'), alertsForOperator('tenant-a'), operatedTenantCases),
  );
}

async function checked(
  folder: string,
  config: string,
  beside: Readonly<Record<keyof typeof mounts, Files>>,
): Promise<string[]> {
  const account = join(folder, 'account');
  mkdirSync(account, { recursive: true });
  for (const file of ['token', 'ca.crt']) writeFileSync(join(account, file), 'nothing\n');
  const here = (text: string): string =>
    Object.entries(mounts)
      .reduce((moved, [name, mount]) => moved.replaceAll(mount, join(folder, name)), text)
      .replaceAll(accountMount, account);
  for (const [name, files] of Object.entries(beside)) {
    mkdirSync(join(folder, name), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), here(text));
  }
  writeFileSync(join(folder, 'prometheus.yml'), here(config));

  const said = await execute(tool('prometheus', 'promtool'), [
    'check',
    'config',
    '--lint=all',
    '--lint-fatal',
    join(folder, 'prometheus.yml'),
  ]);
  const files = Object.keys(beside.rules).map(file => join(folder, 'rules', file));
  const linted =
    files.length === 0
      ? ''
      : await execute(tool('prometheus', 'promtool'), ['check', 'rules', '--lint=all', '--lint-fatal', ...files]);
  const lines = `${said}${linted}`.split('\n').filter(line => line.trim() !== '');
  return [`${Object.keys(beside.scrape).length} scrape files`, ...lines.map(line => line.replaceAll(folder, ''))];
}

/** Thresholds and clusters aside, the rules of the base are those of every environment. */
async function unitTested(
  folder: string,
  alerts: readonly Alert[],
  cases: readonly AlertCase[] = alertCases,
): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(ruleFiles(alerts));
  for (const [file, text] of files) writeFileSync(join(folder, file), text);
  const names = files.map(([file]) => file);
  await onEachProcessor(cases, async (part, index) => {
    const test = join(folder, `test-${index}.yml`);
    writeFileSync(test, promtoolTest(alerts, names, part));
    await execute(tool('prometheus', 'promtool'), ['test', 'rules', test]);
    return part;
  });
  return [`${cases.length} alerts: ${cases.map(({ alert }) => alert).join(', ')}`];
}
