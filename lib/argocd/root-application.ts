import type { Platform } from '../model/platform.ts';
import type { Manifest } from '../model/manifest.ts';
import { application, folderSource } from './application.ts';
import { argocdNamespace, projects } from './names.ts';
import { forever, syncPolicy } from './sync-policy.ts';

/**
 * An Application of Applications, or of projects. There is one for each cluster, because a root waits for its
 * children: a cluster that is out of reach must not hold back the others.
 *
 * @param path folder below `dist/` with the children; the root has the last part of its name
 */
export function rootApplication(path: string, { site, clusters }: Platform): Manifest {
  return application({
    name: `root-${path.split('/').at(-1)}`,
    sources: [path],
    // If deleting a root deleted its children, one mistaken command would take a whole cluster down.
    end: 'forget',
    spec: {
      project: projects.bootstrap,
      source: folderSource(site, path),
      destination: { name: clusters[0]!.argocdName, namespace: argocdNamespace },
      syncPolicy: syncPolicy({ retries: forever }),
      // What people and Argo CD itself write to an Application to make it do something once.
      ignoreDifferences: [
        {
          group: 'argoproj.io',
          kind: 'Application',
          jsonPointers: ['/operation'],
          jqPathExpressions: [
            '.metadata.annotations["argocd.argoproj.io/refresh"]',
            '.metadata.annotations["argocd.argoproj.io/deletion-approved"]',
          ],
        },
      ],
    },
  });
}
