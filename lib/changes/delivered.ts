import { groupOf, namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { syncOptionsIn } from '../model/sync.ts';
import { textAt, textsAt } from '../yaml/json-path.ts';

/** What an Application says of itself, in the words of this program. */
export interface Delivered {
  readonly name: string;
  readonly project: string;

  /** Name of the cluster in Argo CD, and the namespace there of objects that state none. */
  readonly destination: string;
  readonly namespace: string;

  /** Name of the cluster's row. */
  readonly cluster: string;
  readonly component: string;

  /** @default - it belongs to all of them */
  readonly environment: string | undefined;

  /** Folder below `dist/`. @default - it is a chart */
  readonly path: string | undefined;

  /** All folders that decide what it delivers. */
  readonly sources: readonly string[];

  /** Whether it stays when it is gone from git. */
  readonly isGuarded: boolean;
}

/** Reads an Application. */
export function deliveredBy(application: Manifest): Delivered {
  const labels = textsAt(application, 'metadata', 'labels');
  const paths = textsAt(application, 'metadata', 'annotations')['argocd.argoproj.io/manifest-generate-paths'] ?? '';
  return {
    name: application.metadata.name,
    project: textAt(application, 'spec', 'project') ?? '',
    destination: textAt(application, 'spec', 'destination', 'name') ?? '',
    namespace: textAt(application, 'spec', 'destination', 'namespace') ?? '',
    cluster: labels['plainsail.dev/cluster'] ?? '',
    component: labels['plainsail.dev/component'] ?? '',
    environment: labels['plainsail.dev/environment'],
    path: textAt(application, 'spec', 'source', 'path')?.replace(/^dist\//, ''),
    sources: paths.split(';').map(path => path.replace(/^\/dist\//, '')),
    isGuarded: isKept(application),
  };
}

/** Whether Argo CD leaves an object where it is when it is gone from git. */
export function isKept(manifest: Manifest): boolean {
  return syncOptionsIn(textsAt(manifest, 'metadata', 'annotations')).includes('Prune=false');
}

/** Group and kind as rows write them: `apps/Deployment`. */
export function kindText(manifest: Manifest): string {
  return `${groupOf(manifest)}/${manifest.kind}`;
}

/** The row that keeps a kind admitted in a project. */
export function kindRow(manifest: Manifest, project: string): string {
  const field = namespaceOf(manifest) === undefined ? 'clusterKind' : 'kind';
  return `{ ${field}: '${kindText(manifest)}', project: '${project}' }`;
}
