import type { AnsweredEverywhere } from '../answers/index.ts';
import { kindsOf } from '../kinds/index.ts';
import type { Cluster } from '../model/cluster.ts';
import { InputError } from '../model/input-error.ts';
import { identityOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { stamped } from '../model/metadata.ts';
import type { Platform } from '../model/platform.ts';
import { waves } from '../model/sync.ts';
import type { Draft } from '../model/unit.ts';
import type { Delivery } from '../synth/delivery.ts';
import { operatorBounds } from './chart-bounds.ts';
import { clusterUnit } from './cluster-unit.ts';
import { foundationOf } from './foundation.ts';
import { nodePools } from './node-pools.ts';
import { issuers } from './issuers.ts';
import { ownQuotaMistakes } from './own-quota.ts';
import { priorityClasses } from './priority-classes.ts';
import { residencesOn } from './resident.ts';
import type { Residence } from './resident.ts';
import { sharedObjects } from './shared-objects.ts';

/**
 * What each cluster has once, whatever runs on it: priorities, issuers of certificates, and what components ask for;
 * and once for each environment: namespaces with their bounds and roles, stores and secrets. All of it follows from
 * what is placed there, so a component that moves takes its namespace, its quota and its secrets along.
 *
 * @param answered what answers the asks of each environment
 * @param leaving objects of a component that leave, while it stays @default - none do
 * @throws InputError for objects that two components want to be different, and for quotas that do not hold their pods
 */
export function clusterUnits(
  platform: Platform,
  delivery: Delivery,
  answered: AnsweredEverywhere,
  leaving: (draft: Draft) => readonly Manifest[] = () => [],
): Draft[] {
  const kinds = kindsOf(platform);
  const everywhere = platform.clusters.map(cluster => {
    const residences = residencesOn(cluster.name, delivery, answered);
    return { cluster, residences };
  });
  const mistakes = everywhere.flatMap(({ cluster, residences }) =>
    residences.flatMap(({ residents }) => residents.flatMap(each => ownQuotaMistakes(each, cluster, kinds, platform))),
  );
  if (mistakes.length > 0) throw new InputError(mistakes);
  return everywhere.flatMap(({ cluster, residences }) => {
    const shared = sharedObjects(residences);
    return [
      clusterUnit(cluster, 'foundation', waves.foundation.wave, [...priorityClasses(), ...shared.automated]),
      // An environment that waits for a person gets nothing before, and so nothing through its cluster either.
      ...ifAny(shared.manual, objects => ({
        ...clusterUnit(cluster, 'manual', waves.foundation.wave, objects),
        sync: 'manual',
      })),
      ...ifAny(operatorBounds(cluster, platform), objects =>
        clusterUnit(cluster, 'operator-bounds', waves.bounds.wave, objects),
      ),
      ...ifAny(issuers(cluster, platform.site), objects =>
        clusterUnit(cluster, 'issuers', waves.issuers.wave, objects),
      ),
      ...ifAny(nodePools(cluster), objects => clusterUnit(cluster, 'node-pools', waves.nodePools.wave, objects)),
      ...residences.flatMap(residence => environmentUnits(cluster, residence, platform, leaving)),
    ];
  });
}

function environmentUnits(
  cluster: Cluster,
  { environment, residents }: Residence,
  platform: Platform,
  leaving: (draft: Draft) => readonly Manifest[],
): Draft[] {
  const { metadata = {} } = environment;
  const kinds = kindsOf(platform);
  const ground = residents.flatMap(resident => {
    const component = platform.components[resident.rendering.component];
    return foundationOf(resident, cluster, kinds, component, leaving(resident.draft));
  });
  // Several answers need the store of a namespace, which is the same for all of them.
  const secrets = onceEach(residents.flatMap(({ answers }) => answers.secrets ?? []));
  const added = (objects: readonly Manifest[]): Manifest[] => objects.map(each => stamped(each, metadata));
  return [
    ...ifAny(added(ground), objects => clusterUnit(cluster, 'foundation', waves.foundation.wave, objects, environment)),
    ...ifAny(added(secrets), objects => clusterUnit(cluster, 'secrets', waves.secrets.wave, objects, environment)),
  ];
}

function onceEach(manifests: readonly Manifest[]): Manifest[] {
  return [...new Map(manifests.map(manifest => [identityOf(manifest), manifest])).values()];
}

/** No unit where there is nothing to deliver. */
function ifAny(manifests: readonly Manifest[], unit: (manifests: readonly Manifest[]) => Draft): Draft[] {
  return manifests.length === 0 ? [] : [unit(manifests)];
}
