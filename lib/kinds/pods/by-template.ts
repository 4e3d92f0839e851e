import type { Cluster } from '../../model/cluster.ts';
import type { Manifest } from '../../model/manifest.ts';
import { at, listAt, mapAt } from '../../yaml/json-path.ts';
import type { Json, JsonMap } from '../../yaml/json.ts';
import { diskOf } from './claimed-disk.ts';
import type { ClaimedDisk } from './claimed-disk.ts';
import type { PodMaker } from './pods.ts';

/** How a kind keeps its template of pods, and how many it makes of it. */
export interface Template {
  /** Keys that lead to the template. */
  readonly path: readonly string[];

  /** How many pods a quota counts at most: those too many during a rollout, and those that are ending or just ended. */
  most(manifest: Manifest, cluster: Cluster, scaled?: number): number;

  /** How many run at full scale while nothing is rolled out. @default - as many as at most */
  running?(manifest: Manifest, cluster: Cluster, scaled?: number): number;

  /** Whether the pods run until somebody stops them. @default true */
  readonly serves?: boolean;
}

/** Pods that are written out in the object. */
export function byTemplate({ path, most, running = most, serves = true }: Template): PodMaker {
  return {
    made: 'by-template',
    serves,
    of: manifest => {
      const template = mapAt(manifest, ...path);
      return [
        {
          metadata: mapAt(template, 'metadata'),
          spec: mapAt(template, 'spec'),
          claims: disksOf(listAt(manifest, 'spec', 'volumeClaimTemplates')),
          ownClaims: disksOf(ownClaims(mapAt(template, 'spec'))),
          most: (cluster, scaled) => most(manifest, cluster, scaled),
          running: (cluster, scaled) => running(manifest, cluster, scaled),
        },
      ];
    },
  };
}

function disksOf(claims: readonly Json[]): ClaimedDisk[] {
  return claims.flatMap(claim => diskOf(claim) ?? []);
}

/** Claims that go with the pod; those that stay are templates of a StatefulSet alone, so it need not be asked for. */
function ownClaims(pod: JsonMap): JsonMap[] {
  return listAt(pod, 'volumes')
    .filter(volume => at(volume, 'ephemeral') !== undefined)
    .map(volume => mapAt(volume, 'ephemeral', 'volumeClaimTemplate'));
}
