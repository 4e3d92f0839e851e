import { listAt, textAt } from '../../yaml/json-path.ts';
import { saying, storedWith } from '../changes.ts';
import type { FailureRow } from '../row.ts';
import { becoming, ending } from '../series.ts';
import type { Series } from '../series.ts';
import { applicationSeries, applicationsOf, certificatesOf, keptObjects } from '../well/tools.ts';
import { appearingAt } from '../world.ts';
import type { World } from '../world.ts';

const day = 86_400;

/** A commit does not become what a cluster has: its sync fails, and is tried again and again. */
export const syncs: FailureRow = { title: 'A sync fails', of: world => applications(world, 'OutOfSync', 'Healthy') };

/** All is as git has it, and does not work. */
export const healths: FailureRow = {
  title: 'An Application is not healthy',
  of: world => applications(world, 'Synced', 'Degraded'),
};

/** Argo CD is not let in any more: the token of a cluster ends, or the way is closed. */
export const connections: FailureRow = {
  title: 'Argo CD does not reach a cluster, since its token ended, say',
  of: world =>
    world.scene.platform.clusters.map(({ name, apiServerUrl: server }) => ({
      thing: name,
      changes: saying(world, 'argocd_cluster_connection_status', { server }, 0),
    })),
};

/** A certificate is not renewed. */
export const endingCertificates: FailureRow = {
  title: 'A certificate is near its end',
  of: world =>
    certificatesOf(world.scene).map(({ namespace, name }) => ({
      thing: `${namespace}/${name}`,
      changes: saying(world, 'certmanager_certificate_expiration_timestamp_seconds', { namespace, name }, 5 * day),
    })),
};

/** A token is not renewed. What has a day is told by the clock alone, which the unit test of that alert moves. */
export const endingTokens: FailureRow = {
  title: 'A token is near its end',
  of: ({ scene: { all, platform, environment } }) =>
    all
      .filter(unit => unit.environment === undefined || unit.environment === environment.environment.name)
      .flatMap(({ manifests }) => manifests.filter(({ kind }) => kind === 'ExternalSecret'))
      .flatMap(({ spec }) => listAt(spec, 'data').flatMap(each => textAt(each, 'remoteRef', 'key') ?? []))
      .filter(entry => entry.endsWith('_token') && platform.site.credentialEnds?.[entry] === undefined)
      .map(entry => ({
        thing: entry,
        changes: [],
        unwatched: 'no program that is read knows when it ends, and credentialEnds of overlays/site.ts names no day',
      })),
};

/** A certificate cannot be had at all. */
export const missingCertificates: FailureRow = {
  title: 'A certificate is not issued',
  of: world =>
    certificatesOf(world.scene).map(({ namespace, name }) => ({
      thing: `${namespace}/${name}`,
      changes: notReady(world, 'certmanager_certificate_ready_status', { namespace, name }, 'condition'),
    })),
};

/** The store no longer has a value, or refuses it. */
export const secrets: FailureRow = {
  title: 'A secret is not fetched',
  of: world =>
    (['ExternalSecret', 'SecretStore'] as const).flatMap(kind =>
      keptObjects(world.scene, kind).map(({ namespace, name }) => ({
        thing: `${kind} ${namespace}/${name}`,
        changes: notReady(world, `${kind.toLowerCase()}_status_condition`, { namespace, name }, 'status'),
      })),
    ),
};

/** The series of an Application end, and come again with other labels. */
function applications(world: World, sync: string, health: string): ReturnType<FailureRow['of']> {
  return applicationsOf(world.scene).map(name => ({
    thing: name,
    changes: storedWith(world, 'argocd_app_info', { name }).flatMap(({ series, through }) => [
      ending(series),
      ...appearingAt(world, through[0]!, applicationSeries(name, sync, health)),
    ]),
  }));
}

function notReady(world: World, metric: string, labels: Readonly<Record<string, string>>, by: string): Series[] {
  return storedWith(world, metric, labels).map(({ series }) => becoming(series, series.labels[by] === 'True' ? 0 : 1));
}
