import { parse } from 'yaml';

/** A PromQL expression, and where it stands. */
export interface Query {
  /** `alert 'X'`, `panel 'Y' of dashboard 'Z'` */
  readonly where: string;
  readonly expr: string;
}

/** What monitoring is rendered to, as texts. */
export interface MonitoringFiles {
  /** The central server's configuration. */
  readonly config: string;

  /** Rule files by name. */
  readonly rules: Readonly<Record<string, string>>;

  /** Dashboards by name. */
  readonly dashboards: Readonly<Record<string, string>>;
}

/** Every query of alerts and panels, those in the texts of alerts included. */
export function queriesOf({ rules, dashboards }: MonitoringFiles): Query[] {
  return [
    ...Object.values(rules).flatMap(text => ruleQueries(parse(text) as RuleFile)),
    ...Object.values(dashboards).flatMap(text => panelQueries(JSON.parse(text) as DashboardFile)),
  ];
}

/** Jobs whose series the central server stores: those it scrapes, and those that are handed to it. */
export function jobsOf(config: string): string[] {
  const { scrape_configs: configs } = parse(config) as ConfigFile;
  return configs
    .filter(keepsSamples)
    .flatMap(({ job_name: name, params, static_configs: targets = [] }) => [
      name,
      ...targets.flatMap(({ labels }) => labels?.job ?? []),
      ...(params?.['match[]'] ?? []).flatMap(match => /job="([^"]+)"/.exec(match)?.[1] ?? []),
    ]);
}

interface RuleFile {
  readonly groups: readonly { readonly rules: readonly Rule[] }[];
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: Readonly<Record<string, string>>;
}

interface DashboardFile {
  readonly title: string;
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}

interface ConfigFile {
  readonly scrape_configs: readonly ScrapeConfig[];
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

function panelQueries({ title, panels }: DashboardFile): Query[] {
  return panels.flatMap(panel =>
    panel.targets.map(({ expr }) => ({ where: `panel '${panel.title}' of dashboard '${title}'`, expr })),
  );
}
