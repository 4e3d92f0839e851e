import type { LocalEndpointName } from '../../model/names.ts';
import type { TlsSecret } from '../../model/secret-ref.ts';

/** The way in for people: hosts with their paths, through the ingress controller of the cluster. */
export interface Ingress {
  readonly hosts: readonly IngressHost[];

  /** The certificate of all the hosts: one of the environment's issuer, or one's own. @default 'issuer' */
  readonly tls?: 'issuer' | TlsSecret;

  /** What the ingress controller is told besides: `traefik.ingress.kubernetes.io/router.middlewares`. @default - nothing */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A host, and what lies under it. */
export interface IngressHost {
  readonly host: string;

  /** @default - all of it leads to the endpoint that the service offers first */
  readonly paths?: readonly IngressPath[];
}

/** A path of a host, and where it leads. */
export interface IngressPath {
  readonly path: string;

  /** @default 'Prefix' */
  readonly pathType?: 'Prefix' | 'Exact' | 'ImplementationSpecific';

  /** An endpoint of the component, of whichever of its services. @default - the one that the service offers first */
  readonly endpoint?: LocalEndpointName;
}
