import { isCertified } from '../../model/certificate.ts';
import type { Manifest } from '../../model/manifest.ts';
import { namespaceOf } from '../../model/manifest.ts';
import type { OwnSeries } from '../../model/symptoms.ts';
import { listAt, textAt } from '../../yaml/json-path.ts';
import type { Scene } from '../scene.ts';

/** Seconds of the life of a certificate that is new at minute 0. */
export const certificateLife = 90 * 86_400;

/** Something that a tool keeps right, by the cluster that has it. */
export interface Kept {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
}

/** Certificates that an Ingress asks for. cert-manager calls each as its Secret is called. */
export function certificatesOf(scene: Scene): Kept[] {
  return keptOf(scene, manifest =>
    manifest.kind === 'Ingress' && isCertified(manifest)
      ? listAt(manifest, 'spec', 'tls').flatMap(entry => textAt(entry, 'secretName') ?? [])
      : [],
  );
}

/** Objects of a kind of External Secrets. */
export function keptObjects(scene: Scene, wanted: string): Kept[] {
  return keptOf(scene, ({ kind, metadata }) => (kind === wanted ? [metadata.name] : []));
}

/** Everything that Argo CD delivers. */
export function applicationsOf({ all }: Scene): string[] {
  return all.flatMap(({ manifests }) =>
    manifests.filter(({ kind }) => kind === 'Application').map(({ metadata }) => metadata.name),
  );
}

function keptOf({ all, environment, clusters }: Scene, namesIn: (manifest: Manifest) => readonly string[]): Kept[] {
  const known = new Set(clusters.map(({ name }) => name));
  return all
    .filter(unit => unit.environment === environment.environment.name && known.has(unit.cluster))
    .flatMap(({ cluster, manifests, namespace }) =>
      manifests.flatMap(manifest =>
        namesIn(manifest).map(name => ({ cluster, namespace: namespaceOf(manifest) ?? namespace ?? '', name })),
      ),
    );
}

/** What the tools of a cluster say while all is well: each program says what is of its names. */
export function toolSeries(scene: Scene, cluster: string): OwnSeries[] {
  const here = ({ cluster: of }: Kept): boolean => of === cluster;
  return [
    ...applicationsOf(scene).map(name => applicationSeries(name, 'Synced', 'Healthy')),
    ...scene.platform.clusters.map(({ apiServerUrl }) => ({
      metric: 'argocd_cluster_connection_status',
      labels: { server: apiServerUrl },
      value: 1,
    })),
    ...certificatesOf(scene)
      .filter(here)
      .flatMap(({ namespace, name }) => [
        {
          metric: 'certmanager_certificate_expiration_timestamp_seconds',
          labels: { namespace, name },
          value: certificateLife,
        },
        ...readiness('certmanager_certificate_ready_status', { namespace, name }, 'condition'),
      ]),
    ...(['ExternalSecret', 'SecretStore'] as const).flatMap(kind =>
      keptObjects(scene, kind)
        .filter(here)
        .flatMap(({ namespace, name }) =>
          readiness(`${kind.toLowerCase()}_status_condition`, { namespace, name, condition: 'Ready' }, 'status'),
        ),
    ),
  ];
}

/** What Argo CD says of an Application that it syncs by itself. */
export function applicationSeries(name: string, sync: string, health: string): OwnSeries {
  const state = { autosync_enabled: 'true', sync_status: sync, health_status: health };
  return { metric: 'argocd_app_info', labels: { namespace: 'argocd', name, project: 'default', ...state }, value: 1 };
}

function readiness(metric: string, labels: Readonly<Record<string, string>>, by: string): OwnSeries[] {
  return ['True', 'False'].map(value => ({
    metric,
    labels: { ...labels, [by]: value },
    value: value === 'True' ? 1 : 0,
  }));
}
