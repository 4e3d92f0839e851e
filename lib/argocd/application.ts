import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IApplicationSpec } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSpec';
import { guarded, inWave } from '../model/sync.ts';
import type { Site } from '../model/site.ts';
import type { Manifest } from '../model/manifest.ts';
import { argocdNamespace } from './names.ts';

/** What differs between Applications. */
export interface ApplicationProps {
  readonly name: string;

  /** Order among its siblings. @default - it has none */
  readonly wave?: number;

  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Folders below `dist/` that it depends on: only a commit that touches one of them renders it again.
   *
   * @default - a chart has none
   */
  readonly sources?: readonly string[];

  /**
   * What happens to its objects when it goes from git: `delete` takes them along; `keep` leaves them where they are, and also
   * keeps itself when it is gone from git. `forget` leaves them, and nothing keeps it.
   */
  readonly end: 'delete' | 'keep' | 'forget';

  readonly spec: Omit<IApplicationSpec, 'revisionHistoryLimit'>;
}

/** An Application, with what all of them have in common. */
export function application({ name, wave, labels, sources, end, spec }: ApplicationProps): Manifest {
  const annotations = {
    ...(wave !== undefined && inWave({ wave })),
    ...(sources && { 'argocd.argoproj.io/manifest-generate-paths': sources.map(path => `/dist/${path}`).join(';') }),
    ...(end === 'keep' && guarded('keep')),
    ...(end === 'delete' && guarded('outlive')),
  };
  const result: IApplication = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: argocdNamespace,
      ...(labels && { labels: { ...labels } }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
      ...(end === 'delete' && { finalizers: ['resources-finalizer.argocd.argoproj.io/foreground'] }),
    },
    spec: { ...spec, revisionHistoryLimit: 3 }, // git is the history
  };
  return result as unknown as Manifest;
}

/**
 * A folder of this repository, as Argo CD reads it.
 *
 * @param ownRevision @default - the site's
 */
export function folderSource(
  { repository, revision }: Site,
  path: string,
  ownRevision: Site['revision'] = revision,
): IApplicationSpec['source'] {
  return { repoURL: repository, targetRevision: ownRevision, path: `dist/${path}` };
}
