import type { PrivateRegistry } from './access.ts';
import type { Alert } from './alert.ts';
import type { ChartRelease } from './chart-release.ts';
import type { Flow } from './flow.ts';
import type { Manifest } from './manifest.ts';
import type { SecretEntry } from './secret-ref.ts';

/** One rule of a ClusterRole, read-only by type: nothing of the platform changes other objects. */
export interface ApiRule {
  /** @default - the core group */
  readonly groups?: readonly string[];
  readonly resources?: readonly string[];
  readonly urls?: readonly string[];
  readonly verbs: readonly ('get' | 'list' | 'watch')[];
}

/** One rule of a Role, which has no URLs. */
export type OwnRule = Omit<ApiRule, 'urls'>;

/**
 * What a service may ask for beyond its own objects, by the kind of the ask. WHERE A NEW KIND OF ASK GOES: a line here,
 * a function in `lib/constructs/` by which services ask, and an answer in `lib/answers/`.
 */
export interface Asks {
  /** That a connection be let through. */
  flow: Flow;

  /** An entry of the store of secrets, as a Secret. */
  secret: SecretEntry;

  /** The credentials of a private registry, as a Secret that pods pull with. */
  registry: PrivateRegistry;

  /** To read the Kubernetes API. */
  api: readonly ApiRule[];

  /** That its account may read what lies in its own namespace. */
  ownRole: readonly OwnRule[];

  /** An object that a cluster has once, whoever else asks for the same. */
  clusterObject: Manifest;

  /** That an endpoint be scraped by the Prometheus of an operator. */
  monitor: { readonly endpoint: string };

  /** That the Prometheus of an operator judge alerts. */
  watch: readonly Alert[];

  /** A Helm chart, which Argo CD renders. */
  chart: ChartRelease;
}

/** Kind of an ask. */
export type AskKind = keyof Asks;

/** Who asks. */
export interface Asker {
  readonly component: string;
  readonly service: string;
}

/** One ask of a service. */
export type Asked<Kind extends AskKind = AskKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly by: Asker; readonly what: Asks[K] };
}[Kind];

/** What is asked of one kind, in the order of the asks. */
export function asksOf<Kind extends AskKind>(asked: readonly Asked[], kind: Kind): Asked<Kind>[] {
  return asked.filter(each => each.kind === kind) as Asked<Kind>[];
}
