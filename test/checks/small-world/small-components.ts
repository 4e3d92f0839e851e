import type { Manifest } from '../../../lib/model/manifest.ts';
import { inNamespace } from '../../../lib/kustomize/namespaced.ts';
import { answered } from '../../../lib/answers/index.ts';
import type { Unit } from '../../../lib/model/unit.ts';
import type { Loose } from '../fresh.ts';
import { samples } from './samples.ts';
import { asked, surroundings } from './small-platform.ts';

const answers = answered({ surroundings, asked });

/** What the components of the small world deliver. */
export function componentUnits(): Unit[] {
  const { Deployment, StatefulSet, Service, ConfigMap, ServiceAccount, PodDisruptionBudget, Ingress } = samples;
  const { HorizontalPodAutoscaler, PersistentVolumeClaim } = samples;
  const { replicas: _, ...scaled } = Deployment.spec as Loose;
  const ports = [{ name: 'http', port: 8080, targetPort: 'http', protocol: 'TCP' }];
  const service = { ...Service, spec: { ...(Service.spec as Loose), ports } };
  const headless = { ...service, metadata: { ...Service.metadata, name: 'api-pods' } };
  const files = { ...ConfigMap, metadata: { ...ConfigMap.metadata, name: 'api-files' } };
  const shared = [service, files, ServiceAccount, PodDisruptionBudget];
  return [
    componentUnit('shop', [
      { ...Deployment, spec: scaled },
      HorizontalPodAutoscaler,
      Ingress,
      PersistentVolumeClaim,
      ...shared,
    ]),
    componentUnit('data', [StatefulSet, headless, ...shared]),
    componentUnit('model', [Deployment, ...shared]),
  ];
}

function componentUnit(component: string, manifests: readonly Manifest[]): Unit {
  const namespace = `${component}-prod`;
  const path = `overlays/prod/${component}`;
  const own = [...manifests, ...(answers.get(component)?.component ?? [])];
  return {
    path,
    cluster: surroundings.clusterOf(component).name,
    component,
    environment: 'prod',
    owner: 'component',
    namespace,
    stateful: false,
    wave: 20,
    manifests: inNamespace(own, namespace),
    sources: [`base/${component}`, path],
    files: new Map(),
    patches: 0,
  };
}
