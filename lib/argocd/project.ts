import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { IAppProjectSpec } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProjectSpec';
import { guarded, inWave, waves } from '../model/sync.ts';
import type { Manifest } from '../model/manifest.ts';
import { argocdNamespace, projects } from './names.ts';
import type { AdmittedKind, Permissions } from './permissions.ts';
import type { SyncWindows } from './sync-windows.ts';

/** What only some projects say. */
export interface ProjectChoices {
  /** When its Applications may be synced. @default - at any time */
  readonly windows?: SyncWindows;

  /** Beside those of all projects. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A project that admits exactly what its Applications need. */
export function project(
  name: string,
  description: string,
  needs: readonly Permissions[],
  { windows = [], annotations = {} }: ProjectChoices = {},
): Manifest {
  const namespacedKinds = unique(needs.flatMap(need => need.namespacedKinds));
  const spec: IAppProjectSpec = {
    description,
    sourceRepos: unique(needs.map(need => need.repository)),
    // By name and never by server, because an entry matches when either of the two does.
    destinations: unique(
      needs.flatMap(({ cluster, namespaces }) => namespaces.map(namespace => ({ name: cluster, namespace }))),
    ),
    clusterResourceWhitelist: widest(unique(needs.flatMap(need => need.clusterKinds))),
    // An empty list here would admit everything.
    ...(namespacedKinds.length > 0 ? { namespaceResourceWhitelist: namespacedKinds } : nothingNamespaced),
    ...(windows.length > 0 && { syncWindows: [...windows] }),
  };
  return manifest(name, spec, annotations);
}

/** The project of Applications that name none. It admits nothing, so that they fail at once. */
export function lockedProject(): Manifest {
  return manifest(projects.fallback, {
    description: 'Admits nothing: every Application must name its project.',
    sourceRepos: [],
    destinations: [],
    clusterResourceWhitelist: [],
    ...nothingNamespaced,
  });
}

const nothingNamespaced = { namespaceResourceBlacklist: [{ group: '*', kind: '*' }] };

function manifest(name: string, spec: IAppProjectSpec, annotations: Readonly<Record<string, string>> = {}): Manifest {
  const result: IAppProject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name,
      namespace: argocdNamespace,
      annotations: { ...inWave(waves.projects), ...guarded('outlive'), ...annotations },
      // It cannot go while Applications refer to it; without it they could not be deleted in order.
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec,
  };
  return result as unknown as Manifest;
}

/** Each once, in an order that does not depend on who needs it. */
function unique<Item>(items: readonly Item[]): Item[] {
  const byText = new Map(items.map(item => [JSON.stringify(item), item]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/** A kind that is admitted under every name needs no names beside it. */
function widest(kinds: readonly AdmittedKind[]): AdmittedKind[] {
  const open = new Set(kinds.filter(({ name }) => name === undefined).map(({ group, kind }) => `${group}/${kind}`));
  return kinds.filter(({ group, kind, name }) => name === undefined || !open.has(`${group}/${kind}`));
}
