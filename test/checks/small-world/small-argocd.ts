import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Unit } from '../../../lib/model/unit.ts';
import { samples } from './samples.ts';
import { platform } from './small-platform.ts';

/** What Argo CD is told about the small world. */
export function argocdUnits(units: readonly Unit[]): Unit[] {
  const path = 'argocd/roots';
  const project = {
    ...samples.AppProject,
    metadata: { name: 'apps', namespace: 'argocd' },
    spec: {
      sourceRepos: [platform.site.repository],
      destinations: [
        { name: 'in-cluster', namespace: '*' },
        { name: 'far', namespace: '*-prod' },
      ],
      clusterResourceWhitelist: [
        { group: '', kind: 'Namespace' },
        { group: 'scheduling.k8s.io', kind: 'PriorityClass' },
      ],
    },
  };
  const roots: Unit = {
    path,
    cluster: 'home',
    component: 'roots',
    owner: 'argocd',
    stateful: false,
    wave: 0,
    manifests: [],
    sources: [path],
    files: new Map(),
    patches: 0,
  };
  return [{ ...roots, manifests: [project, ...[...units, roots].map(application)] }];
}

function application({ path, cluster, sources, namespace, component }: Unit): Manifest {
  return {
    ...samples.Application,
    metadata: {
      name: path.replaceAll('/', '-'),
      namespace: 'argocd',
      annotations: { 'argocd.argoproj.io/manifest-generate-paths': sources.map(source => `/dist/${source}`).join(';') },
    },
    spec: {
      project: 'apps',
      source: { repoURL: platform.site.repository, targetRevision: 'refs/heads/main', path: `dist/${path}` },
      destination: {
        name: cluster === 'home' ? 'in-cluster' : cluster,
        namespace: namespace ?? (component === 'roots' ? 'argocd' : 'shop-prod'),
      },
    },
  };
}
