import { parse } from 'yaml';
import type { Monitored } from './monitored.ts';

/** A PromQL expression, and where it stands. */
export interface Query {
  /** `alert 'X'`, `panel 'Y' of dashboard 'Z'` */
  readonly where: string;
  readonly expr: string;
}

/** Every query of alerts and panels, those in the texts of alerts included. */
export function queriesOf({ rules, dashboards }: Pick<Monitored, 'rules' | 'dashboards'>): Query[] {
  return [
    ...Object.values(rules).flatMap(text => ruleQueries(parse(text) as RuleFile)),
    ...Object.values(dashboards).flatMap(text => panelQueries(JSON.parse(text) as DashboardFile)),
  ];
}

/** What a server scrapes. */
export interface ScrapedJobs {
  /** Jobs whose series it stores: those that it scrapes, and those that are handed to it. */
  readonly stored: readonly string[];

  /** Jobs by which it takes over the series of others, which themselves emit nothing else. */
  readonly handing: readonly string[];

  /** Seconds between two scrapes. */
  readonly interval: number;
}

/** The jobs of a server, in all of its files. */
export function jobsOf(configs: Monitored['configs']): ScrapedJobs {
  const files = Object.values(configs).map(text => parse(text) as ConfigFile);
  const jobs = files.flatMap(({ scrape_configs: own = [] }) => own).filter(keepsSamples);
  const handing = jobs.filter(({ params }) => params?.['match[]']);
  const stored = jobs.flatMap(({ job_name: name, params, static_configs: targets = [] }) => [
    name,
    ...targets.flatMap(({ labels }) => labels?.job ?? []),
    ...(params?.['match[]'] ?? []).flatMap(match => /job="([^"]+)"/.exec(match)?.[1] ?? []),
  ]);
  const interval = files.map(({ global }) => global?.scrape_interval).find(text => text !== undefined);
  return {
    stored: [...new Set(stored)],
    handing: handing.map(({ job_name: name }) => name),
    interval: secondsIn(interval ?? '60s'), // Prometheus' own default is a minute
  };
}

/** Seconds in a duration such as `1h30m`; undefined parts count as none. */
export function secondsIn(duration: string): number {
  const units: Readonly<Record<string, number>> = {
    ms: 0.001,
    s: 1,
    m: 60,
    h: 3600,
    d: 86_400,
    w: 604_800,
    y: 31_536_000,
  };
  return [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * units[unit!]!,
    0,
  );
}

interface RuleFile {
  readonly groups: readonly { readonly rules: readonly RuleEntry[] }[];
}

interface RuleEntry {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: Readonly<Record<string, string>>;
}

interface DashboardFile {
  readonly title: string;
  readonly templating?: { readonly list: readonly VariableEntry[] };
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}

interface VariableEntry {
  readonly name: string;
  readonly definition: string;
  readonly allValue: string;
}

interface ConfigFile {
  readonly global?: { readonly scrape_interval?: string };
  readonly scrape_configs?: readonly ScrapeConfig[];
}

interface ScrapeConfig {
  readonly job_name: string;
  readonly params?: { readonly 'match[]'?: readonly string[] };
  readonly static_configs?: readonly { readonly labels?: { readonly job?: string } }[];
  readonly metric_relabel_configs?: readonly { readonly action?: string; readonly regex?: string }[];
}

/** Whether a job stores more than that its targets answer. */
function keepsSamples({ metric_relabel_configs: samples = [] }: ScrapeConfig): boolean {
  return !samples.some(({ action, regex }) => action === 'drop' && regex === '.*');
}

function ruleQueries({ groups }: RuleFile): Query[] {
  return groups
    .flatMap(group => group.rules)
    .flatMap(({ alert, expr, annotations }) => [
      { where: `alert '${alert}'`, expr },
      ...Object.entries(annotations).flatMap(([name, text]) =>
        templateQueries(text).map(query => ({ where: `annotation '${name}' of alert '${alert}'`, expr: query })),
      ),
    ]);
}

/** Queries that a template makes with `printf "…" … | query`; its placeholders stand inside of quotes. */
function templateQueries(text: string): string[] {
  return [...text.matchAll(/printf "([^"]+)"[^|{}]*\| query/g)].map(([, format]) => format!);
}

/** Queries as Grafana puts them while all values of each variable are chosen, and those that the variables are read by. */
function panelQueries({ title, panels, templating }: DashboardFile): Query[] {
  const variables = templating?.list ?? [];
  const filled = (expr: string): string =>
    variables.reduce((text, { name, allValue }) => text.replaceAll(`$${name}`, allValue), expr);
  return [
    ...variables.flatMap(({ name, definition }) => {
      const expr = /^label_values\((.*), \w+\)$/.exec(definition)?.[1];
      return expr === undefined ? [] : [{ where: `variable '${name}' of dashboard '${title}'`, expr }];
    }),
    ...panels.flatMap(panel =>
      panel.targets.map(({ expr }) => ({
        where: `panel '${panel.title}' of dashboard '${title}'`,
        expr: filled(expr),
      })),
    ),
  ];
}
