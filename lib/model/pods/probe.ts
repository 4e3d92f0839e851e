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
