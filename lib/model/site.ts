/** The facts of one installation: nothing else in the repository knows them. */
export interface Site {
  /** The repository Argo CD reads: this one. */
  readonly repository: `https://${string}.git`;

  /** Branch or tag that Argo CD follows, fully qualified so that it can mean only one thing. */
  readonly revision: `refs/heads/${string}` | `refs/tags/${string}`;

  /** Host names of people's entry points end in it. */
  readonly domain: string;

  /** The tailnet's MagicDNS suffix; clusters find each other by names below it. */
  readonly tailnet: string;

  /** Google Cloud project whose Secret Manager holds every secret. */
  readonly gcpProject: string;

  /** Address for expiry notices of certificates. */
  readonly acmeEmail: string;

  /** Repository with the models and the workflows that alerts start: `owner/name`. */
  readonly modelRepository: `${string}/${string}`;

  /** Endpoints that people and CI reach over the tailnet, by a node port, in every environment. */
  readonly exposed: readonly string[];
}
