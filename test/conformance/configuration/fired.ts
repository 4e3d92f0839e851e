import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minutes, nameOf, valuesOf } from '../../../lib/failures/series.ts';
import type { Labels, Series } from '../../../lib/failures/series.ts';
import { yamlText } from '../../../lib/yaml/yaml-text.ts';
import { outcome } from '../processes/execute.ts';
import { tool } from '../toolbox/build.ts';
import { onEachProcessor } from './on-each-processor.ts';

/** Labels of the alerts that fired, with `alertname` and `severity` among them. */
export type Fired = readonly Labels[];

/**
 * Tells which alerts fire for each of some sets of series, by promtool: it is asked for alerts that fired at any time,
 * is told to expect none, and complains of those that it got.
 *
 * @param rules files of rules by name
 * @throws Error where promtool says anything else
 */
export function firedBy(
  rules: Readonly<Record<string, string>>,
  cases: readonly (readonly Series[])[],
  folder: string,
): Promise<Fired[]> {
  return onEachProcessor(cases, (part, index) => firedByPart(rules, part, join(folder, String(index))));
}

async function firedByPart(
  rules: Readonly<Record<string, string>>,
  cases: readonly (readonly Series[])[],
  folder: string,
): Promise<Fired[]> {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(rules)) writeFileSync(join(folder, file), text);
  const tests = cases.map((series, index) => ({
    name: `case ${index}`,
    interval: '1m',
    input_series: series.map(each => ({ series: nameOf(each), values: valuesOf(each) })),
    promql_expr_test: [{ expr: firing(index), eval_time: `${minutes.well + minutes.broken}m`, exp_samples: [] }],
  }));
  const file = join(folder, 'coverage.yml');
  writeFileSync(file, yamlText({ rule_files: Object.keys(rules), evaluation_interval: '5m', tests }));
  const { stdout, stderr } = await outcome(tool('prometheus', 'promtool'), ['test', 'rules', file]);
  return readFrom(`${stdout}${stderr}`, cases.length);
}

function firing(index: number): string {
  const firing = `max_over_time(ALERTS{alertstate="firing"}[${minutes.well + minutes.broken}m])`;
  return `label_replace(${firing}, "case", "${index}", "", "")`;
}

function readFrom(text: string, count: number): Fired[] {
  const fired: Labels[][] = Array.from({ length: count }, () => []);
  for (const [, labels] of text.matchAll(/\{([^{}]*\bcase="\d+"[^{}]*)\}/g)) {
    const pairs = [...labels!.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name, value]) => [name!, value!]);
    const { case: index, alertstate: _, ...rest } = Object.fromEntries(pairs) as Record<string, string>;
    fired[Number(index)]!.push(rest);
  }
  const wrong = text.split('\n').filter(line => /error|invalid|parse/i.test(line) && !line.includes('case='));
  if (wrong.length > 0) throw new Error(wrong.slice(0, 20).join('\n'));
  return fired;
}
