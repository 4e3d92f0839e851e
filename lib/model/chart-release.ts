import type { Json } from '../yaml/json.ts';
import type { ChartPods } from './chart-pods.ts';
import type { ChartRepository } from './helm-chart.ts';

/** What a chart is told: an object of plain data. */
export type ChartValues = Json;

/** A chart that a component runs, and what it brings. */
export interface ChartRelease {
  readonly repository: ChartRepository;
  readonly chart: string;
  readonly version: string;
  readonly values: ChartValues;

  /** Kinds of objects in the namespace of the component, as `<group>/<kind>`. */
  readonly kinds: readonly string[];

  /** Kinds of objects of the whole cluster, with the reason why a component may bring them. */
  readonly clusterKinds: Readonly<Record<string, string>>;

  readonly pods: readonly ChartPods[];
}

/** The same in an environment. */
export interface PlacedRelease extends ChartRelease {
  /** Name of its service, and of the release. */
  readonly name: string;
  readonly component: string;
  readonly environment: string;
  readonly cluster: string;
  readonly namespace: string;

  /** Whether its component holds data. */
  readonly stateful: boolean;

  /** Order among the Applications of its cluster. */
  readonly wave: number;
}
