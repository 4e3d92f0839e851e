import type { ChartProgram } from './chart-programs.ts';
import type { Cluster } from './cluster.ts';
import type { HelmChart } from './helm-chart.ts';
import type { Platform } from './platform.ts';

/** A tool of the platform itself: Argo CD, or an operator. */
export interface Tool {
  /** `argocd`, or the name of the operator. */
  readonly name: string;
  readonly chart: HelmChart;
}

/** A program of a tool that is scraped. Its name is the name of the job. */
export interface ScrapedProgram {
  readonly tool: Tool;
  readonly program: ChartProgram;
  readonly port: number;
}

/** The charts that bring tools. */
export type Charts = Pick<Platform, 'operators' | 'argoCd'>;

/** All tools that there are rows of, by their names: what is made of them does not follow the order of the rows. */
export function toolsOf({ operators, argoCd }: Charts): Tool[] {
  return Object.entries({ argocd: argoCd, ...operators })
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, chart]) => ({ name, chart }));
}

/** The tools that run on a cluster: Argo CD on the first one, operators where its row says so. */
export function toolsOn({ name, operators }: Cluster, platform: Platform): Tool[] {
  const isHome = name === platform.clusters[0]?.name;
  return toolsOf(platform).filter(tool => (tool.name === 'argocd' ? isHome : operators.includes(tool.name)));
}

/** The tools that run anywhere. */
export function runningTools(platform: Platform): Tool[] {
  const names = new Set(platform.clusters.flatMap(cluster => toolsOn(cluster, platform)).map(({ name }) => name));
  return toolsOf(platform).filter(({ name }) => names.has(name));
}

/** The programs of a tool that answer those who scrape. */
export function scrapedPrograms(tool: Tool): ScrapedProgram[] {
  return (tool.chart.programs ?? []).flatMap(program => {
    const port = scrapedPort(program);
    return port === undefined ? [] : [{ tool, program, port }];
  });
}

/** A program of a tool on a cluster. @throws Error where it is not there, or nobody may scrape it */
export function scrapedProgram(
  names: { tool: string; program: string },
  cluster: Cluster,
  platform: Platform,
): ScrapedProgram {
  const tool = toolsOn(cluster, platform).find(({ name }) => name === names.tool);
  const found = tool && scrapedPrograms(tool).find(({ program }) => program.name === names.program);
  if (found) return found;
  throw new Error(`Program '${names.program}' of '${names.tool}' is not scraped on cluster '${cluster.name}'`);
}

function scrapedPort({ answers = [] }: ChartProgram): number | undefined {
  return answers.find(({ from }) => from.includes('monitoring'))?.port;
}
