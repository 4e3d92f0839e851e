import type { Cidr, Day } from './amounts.ts';
import type { PrivateChartRepository, PrivateRegistry, RepositoryAccess } from './access.ts';
import type { Revision } from './revision.ts';

/** The facts of one installation: nothing else in the repository knows them. */
export interface Site {
  /** The repository Argo CD reads: this one. */
  readonly repository: `https://${string}.git` | `git@${string}:${string}` | `ssh://${string}`;

  /** How Argo CD gets at it, where not everybody may read it. @default - everybody may */
  readonly repositoryAccess?: RepositoryAccess;

  /** Branch, tag or commit that Argo CD follows. */
  readonly revision: Revision;

  /** Host names of people's entry points end in it. */
  readonly domain: string;

  /** The tailnet's MagicDNS suffix; clusters find each other by names below it. */
  readonly tailnet: string;

  /**
   * Addresses of the tailnet's machines, which no node, pod or Service has: a private range.
   *
   * @default '100.64.0.0/10' - what Tailscale gives out: https://tailscale.com/kb/1015/100.x-addresses
   */
  readonly tailnetCidr?: Cidr;

  /** Google Cloud project whose Secret Manager holds every secret. */
  readonly gcpProject: string;

  /** Address for expiry notices of certificates. */
  readonly acmeEmail: string;

  /** Repository with the models and the workflows that alerts start: `owner/name`. */
  readonly modelRepository: `${string}/${string}`;

  /** Endpoints that people and CI reach over the tailnet, by a node port, in every environment. */
  readonly exposed: readonly string[];

  /** Repositories of charts that ask who is there. @default - none */
  readonly chartRepositories?: readonly PrivateChartRepository[];

  /**
   * The day on which what an entry of Secret Manager holds ends: a token of a cluster, of a repository, of GitHub. The keys
   * are entries of `dist/argocd/bootstrap/secrets.txt`. Two weeks before, the alert `CredentialEnding` tells of it.
   *
   * @default - none, and nothing tells of an end before it is there
   */
  readonly credentialEnds?: Readonly<Record<string, Day>>;

  /** Registries of images that ask who is there: pods that run an image of one get its credentials. @default - none */
  readonly registries?: readonly PrivateRegistry[];
}
