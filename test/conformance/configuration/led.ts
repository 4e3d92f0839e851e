import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { anchorOf, runbookFile } from '../../../lib/model/runbook-pages.ts';
import { repository } from '../places.ts';
import { outcome } from '../processes/execute.ts';
import { tool } from '../toolbox/build.ts';
import type { ConfigFiles } from './config-maps.ts';
import type { Fired } from './fired.ts';

interface Rule {
  readonly alert: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** What is wrong with where alerts that fired lead: each must reach a receiver, and a heading of the runbooks. */
export async function misled(
  fired: readonly Fired[],
  rules: Readonly<Record<string, string>>,
  alertmanager: ConfigFiles | undefined,
  folder: string,
): Promise<string[]> {
  const text = alertmanager?.files['alertmanager.yml'];
  if (text === undefined) return ['Alertmanager has no configuration, so nobody hears of any alert'];
  const file = join(folder, 'alertmanager.yml');
  writeFileSync(file, text);
  const distinct = new Map(
    fired
      .flat()
      .map(({ alertname = '', severity = '', workflow = '' }) => [alertname, { alertname, severity, workflow }]),
  );
  const headings = new Set(
    [...readFileSync(join(repository, runbookFile), 'utf8').matchAll(/^## (.*)$/gm)].map(([, each]) => anchorOf(each!)),
  );
  const pages = new Map(
    Object.values(rules)
      .flatMap(each => (parse(each) as { groups: readonly { rules: readonly Rule[] }[] }).groups)
      .flatMap(group => group.rules)
      .map(({ alert, annotations }) => [alert, annotations]),
  );
  const complaints: string[] = [];
  for (const [name, labels] of distinct) {
    const pairs = Object.entries(labels).filter(([, value]) => value !== '');
    const { stdout } = await outcome(tool('alertmanager', 'amtool'), [
      ...['config', 'routes', 'test', `--config.file=${file}`],
      ...pairs.map(([label, value]) => `${label}=${value}`),
    ]);
    const receivers = (parse(text) as { receivers: readonly { name: string }[] }).receivers.map(each => each.name);
    if (!receivers.includes(stdout.trim())) complaints.push(`${name}: goes to no receiver (${stdout.trim()})`);
    const { runbook = '', runbook_url: url } = pages.get(name) ?? {};
    if (runbook === '') complaints.push(`${name}: has no runbook`);
    if (url !== undefined && !headings.has(url.split('#')[1]!)) complaints.push(`${name}: leads to ${url}, no heading`);
  }
  return complaints;
}
