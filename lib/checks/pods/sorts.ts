import type { Amounts } from '../../kinds/pods/amounts.ts';
import type { Pods } from '../../kinds/pods/pods.ts';
import { scaledIdentity } from '../../kinds/scaling.ts';
import type { Scaling } from '../../kinds/scaling.ts';
import type { Cluster } from '../../model/cluster.ts';
import { identityOf, namespaceOf } from '../../model/manifest.ts';
import type { HelmChart } from '../../model/helm-chart.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Scheduling } from '../../model/pods/scheduling.ts';
import { workloadOf } from '../../synth/brought.ts';
import type { World } from '../world.ts';
import { apartOf } from './apart.ts';
import type { Apart } from './apart.ts';
import { asksOf } from './asks.ts';
import { startsBeside } from './starts-beside.ts';

/** Pods that are all alike, and how many of them there are. */
export interface Sort {
  /** What messages call them: `mlflow-prod/mlflow`. */
  readonly title: string;

  /** The component, the operator or `argocd` that has them, and the environment of what is there in each. */
  readonly owner: string;
  readonly environment?: string;
  readonly spec: Scheduling;
  readonly asks: Amounts;
  readonly count: number;

  readonly apart: Apart;

  /** Whether there is one on each node. */
  readonly everywhere: boolean;
}

/**
 * Everything that runs on a cluster until somebody stops it.
 *
 * @param bound with every autoscaler at its least, or at its most
 * @param rollout whether each workload is being replaced: those that start new pods beside old ones have more of them
 */
export function sortsOn(cluster: Cluster, world: World, bound: 'least' | 'most', rollout: boolean): Sort[] {
  const { platform } = world.facts;
  const here = [...world.subjects(), ...world.brought].filter(({ unit }) => unit.cluster === cluster.name);
  const charts: Record<string, HelmChart | undefined> = {
    ...Object.fromEntries(cluster.operators.map(name => [name, platform.operators[name]])),
    ...(cluster.argocdName === 'in-cluster' && { argocd: platform.argoCd }),
  };
  const programs = Object.entries(charts).flatMap(([owner, chart]) =>
    (chart?.programs ?? []).map(program => ({ manifest: workloadOf(program, chart!.namespace, {}, []), owner })),
  );
  const delivered = here.map(({ manifest, unit: { component: owner, environment } }) => ({
    manifest,
    owner,
    environment,
  }));
  const scalings = scalingsOf(
    here.map(({ manifest }) => manifest),
    world,
  );
  return [...delivered, ...programs]
    .filter(({ manifest }) => world.kinds.kindOf(manifest)?.pods?.serves)
    .flatMap(({ manifest, ...whose }) =>
      world.kinds.podsOf(manifest).map(pods => {
        const scaled = scalings.get(identityOf(manifest))?.[bound];
        const running = (pods.running ?? pods.most)(cluster, scaled);
        const count = running + (rollout && running > 0 ? startsBeside(manifest, running) : 0);
        return { ...sortOf(pods, manifest), asks: asksOf(manifest, pods, cluster, world), count, ...whose };
      }),
    );
}

/** What messages call the pods of an object. */
export function titleOfPods(manifest: Manifest, { title = manifest.metadata.name }: Pick<Pods, 'title'>): string {
  return [namespaceOf(manifest), title].join('/');
}

function sortOf(pods: Pods, manifest: Manifest): Pick<Sort, 'apart' | 'everywhere' | 'spec' | 'title'> {
  return {
    title: titleOfPods(manifest, pods),
    spec: pods.spec as Scheduling,
    apart: apartOf(pods),
    everywhere: manifest.kind === 'DaemonSet',
  };
}

/** What autoscalers ask for, by the identity of what they scale. */
function scalingsOf(manifests: readonly Manifest[], { kinds }: World): Map<string, Scaling> {
  return new Map(
    manifests.flatMap(manifest => {
      const scaling = kinds.scalingOf(manifest);
      return scaling ? [[scaledIdentity(manifest, scaling), scaling]] : [];
    }),
  );
}
