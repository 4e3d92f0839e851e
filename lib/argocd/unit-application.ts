import type { IResourceIgnoreDifferences } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1';
import { kindsOf } from '../kinds/index.ts';
import type { Kinds } from '../kinds/kinds.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Platform } from '../model/platform.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Draft } from '../model/unit.ts';
import { application, folderSource } from './application.ts';
import { applicationName } from './names.ts';
import { forever, syncPolicy } from './sync-policy.ts';

/** The Application that delivers one unit to its cluster. */
export function unitApplication(unit: Draft, project: string, cluster: Cluster, platform: Platform): Manifest {
  const environment = platform.environments.find(({ name }) => name === unit.environment);
  const differences = ignoreDifferences(unit, kindsOf(platform));
  return application({
    name: applicationName(unit),
    wave: unit.wave,
    labels: {
      'plainsail.dev/cluster': cluster.name,
      'plainsail.dev/component': unit.component,
      ...(environment && { 'plainsail.dev/environment': environment.name }),
    },
    sources: unit.sources,
    end: holdsData(unit) ? 'keep' : 'delete',
    spec: {
      project,
      source: folderSource(platform.site, unit.path, environment?.revision),
      destination: { name: cluster.argocdName, namespace: destinationNamespace(unit) },
      syncPolicy: syncPolicy({
        automated: (unit.sync ?? environment?.sync ?? 'automated') === 'automated',
        retries: forever,
      }),
      ...(differences.length > 0 && { ignoreDifferences: differences }),
    },
  });
}

/**
 * Where objects would go that do not say their namespace. Where each says its own, it is the namespace that is
 * always there: Argo CD wants one, and a name that moved with the components would change for no reason.
 */
export function destinationNamespace({ namespace = 'default' }: Draft): string {
  return namespace;
}

/** A namespace takes all that lies in it along, data included. */
function holdsData({ stateful, manifests }: Draft): boolean {
  return stateful || manifests.some(({ kind }) => kind === 'Namespace');
}

/** The number of pods is the autoscaler's where there is one, and git's everywhere else. */
function ignoreDifferences({ manifests, namespace }: Draft, kinds: Kinds): IResourceIgnoreDifferences[] {
  const scalings = manifests.flatMap(manifest => kinds.scalingOf(manifest) ?? []);
  return scalings.map(({ group, kind, name }) => ({
    group,
    kind,
    name,
    ...(namespace !== undefined && { namespace }),
    jsonPointers: ['/spec/replicas'],
  }));
}
