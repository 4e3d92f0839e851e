import { parse } from 'yaml';
import type { Cluster } from '../model/cluster.ts';
import type { Unit } from '../model/unit.ts';
import type { JsonMap } from '../yaml/json.ts';
import type { Scene } from './scene.ts';

/** A program that scrapes, with what it is told. */
export interface Server {
  readonly component: string;
  readonly service: string;
  readonly cluster: Cluster;
  readonly jobs: readonly JsonMap[];

  /** Whether it judges rules: then alerts fire there. */
  readonly judges: boolean;
}

/** Every server of an environment, as its files have it. */
export function serversOf({ units, platform }: Scene): Server[] {
  return units.flatMap(unit =>
    Object.entries(platform.components[unit.component]?.services ?? {}).flatMap(([service, { contracts = [] }]) => {
      const held = (form: string): string[] =>
        contracts.flatMap(contract =>
          'files' in contract && contract.hold === form ? textsOf(unit, `${service}-${contract.files}`) : [],
        );
      const jobs = held('prometheus-config').flatMap(jobsIn);
      if (jobs.length === 0) return [];
      const cluster = platform.clusters.find(({ name }) => name === unit.cluster)!;
      return [{ component: unit.component, service, cluster, jobs, judges: held('prometheus-rules').length > 0 }];
    }),
  );
}

function jobsIn(text: string): JsonMap[] {
  const { scrape_configs: jobs = [] } = parse(text) as { readonly scrape_configs?: readonly JsonMap[] };
  return [...jobs];
}

function textsOf({ manifests }: Unit, name: string): string[] {
  const map = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
  return Object.values((map?.data ?? {}) as Readonly<Record<string, string>>);
}
