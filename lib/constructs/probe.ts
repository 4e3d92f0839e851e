import type { k8s } from 'cdk8s-plus-28';
import { kubernetes } from './kubernetes.ts';

/** How the kubelet asks a container, and when it gives up. Times in seconds. */
export interface Probe {
  /** HTTP path on the first endpoint, a command, or just a connection. */
  readonly check: { readonly path: string } | { readonly command: readonly string[] } | 'connect';

  /** @default 0 */
  readonly delay?: number;

  readonly period: number;

  /** @default 1 */
  readonly timeout?: number;

  /** @default 3 */
  readonly failures?: number;
}

/** The probes of a container. */
export interface Probes {
  /** Restarts it. */
  readonly liveness: Probe;

  /** Takes it out of its Service. */
  readonly readiness: Probe;

  /** Holds the other two back while it loads. @default - none */
  readonly startup?: Probe;
}

/** Probes of a container without a port. */
export type CommandProbes = { readonly [Name in keyof Probes]: CommandProbe };

interface CommandProbe extends Probe {
  readonly check: { readonly command: readonly string[] };
}

/** A probe as Kubernetes writes it, with every default written out. */
export function kubeProbe({ check, delay = 0, period, timeout = 1, failures = 3 }: Probe, port: string): k8s.Probe {
  return {
    ...handlerOf(check, kubernetes.IntOrString.fromString(port)),
    initialDelaySeconds: delay === 0 ? undefined : delay,
    periodSeconds: period,
    timeoutSeconds: timeout,
    failureThreshold: failures,
  };
}

function handlerOf(check: Probe['check'], port: k8s.IntOrString): k8s.Probe {
  if (check === 'connect') return { tcpSocket: { port } };
  if ('command' in check) return { exec: { command: [...check.command] } };
  return { httpGet: { path: check.path, port } };
}
