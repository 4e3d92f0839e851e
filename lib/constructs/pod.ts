import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { EndpointName } from '../components/endpoints.ts';
import type { Priority } from '../model/priority.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import { ComponentChart, serviceNameOf } from './component-chart.ts';
import { houseContainer } from './container.ts';
import type { Probes } from './probe.ts';
import type { FullSizing } from './sizing.ts';
import { configHash, volumesOf } from './volumes.ts';
import type { ConfigFiles } from './volumes.ts';

/** What differs between the pods of services; everything else is the same in the whole house. */
export interface PodProps {
  /** Endpoints it offers; probes go to the first one. @default - none */
  readonly endpoints?: readonly EndpointName[];

  /** @default - the image's own */
  readonly command?: readonly string[];

  /** @default - the image's own */
  readonly args?: readonly string[];

  /** Environment variables: plain values, or entries of Secrets. @default - none */
  readonly env?: Readonly<Record<string, string | SecretRef>>;

  /** Configuration files, each folder from one ConfigMap. @default - none */
  readonly config?: readonly ConfigFiles[];

  /** Folders it may write to besides its claim; what lies there is gone with the pod. @default - `/tmp` only */
  readonly writable?: readonly string[];

  /** Folder its claim is mounted at. @default - it has none */
  readonly claimPath?: string;

  /** Whether it reads the Kubernetes API; it then gets a token that lives for an hour. @default false */
  readonly kubernetesApi?: boolean;

  /** @default - a Job, which ends by itself, has none */
  readonly probes?: Probes;

  /** User and group that run it, above those that a node's own programs have. @default 10001 */
  readonly runAs?: number;

  /** @default 'serving' */
  readonly priority?: Priority;

  readonly sizing: FullSizing;
}

/** The one way pods are made here: invariant 8 of the architecture, in one place. */
export function podTemplate(scope: Construct, claimName: string | undefined, props: PodProps): k8s.PodTemplateSpec {
  const name = serviceNameOf(scope);
  const { runAs = 10001, priority = 'serving', config = [] } = props;

  return {
    metadata: {
      labels: podLabels(scope),
      // Pods read their files at start, so a changed file must change the pod.
      annotations: config.length > 0 ? { 'plainsail.dev/config': configHash(config) } : undefined,
    },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      priorityClassName: priority,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: runAs,
        runAsGroup: runAs,
        fsGroup: runAs,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [houseContainer(scope, props)],
      volumes: volumesOf(name, claimName, props),
    },
  };
}

/** What selectors select by. It never changes, because selectors cannot. */
export function selectorOf(service: string): Record<string, string> {
  return { 'app.kubernetes.io/name': service };
}

/** Labels of everything that a service renders. */
export function podLabels(scope: Construct): Record<string, string> {
  return {
    ...selectorOf(serviceNameOf(scope)),
    'app.kubernetes.io/part-of': ComponentChart.of(scope).component,
  };
}
