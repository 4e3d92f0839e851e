/**
 * How Argo CD gets at a private repository. What is secret lies in Secret Manager; `dist/argocd/bootstrap/secrets.txt`
 * says under which names.
 */
export type RepositoryAccess = TokenAccess | SshAccess | GitHubAppAccess;

/** Over HTTPS, by a token with the right to read: `argocd_repository_token`. */
export interface TokenAccess {
  readonly as: 'token';

  /** Whom the token belongs to; most hosts take any name. @default 'git' */
  readonly username?: string;
}

/** Over SSH, by a private key whose public one the host knows: `argocd_repository_ssh-private-key`. */
export interface SshAccess {
  readonly as: 'ssh';

  /**
   * Keys of the host, each a line as `ssh-keyscan` prints it, and as its owner publishes it. @default - those that Argo CD
   * brings: of GitHub, GitLab, Bitbucket and Azure
   */
  readonly knownHosts?: readonly string[];
}

/** As an app that is installed at GitHub, by its private key: `argocd_repository_github-app-private-key`. */
export interface GitHubAppAccess {
  readonly as: 'github-app';
  readonly appId: number;
  readonly installationId: number;

  /** API of a GitHub of one's own: `https://github.example.com/api/v3`. @default - github.com */
  readonly enterpriseUrl?: `https://${string}`;
}

/** A repository of charts that asks who is there; charts name it by the same address. */
export interface PrivateChartRepository {
  readonly repository: `https://${string}` | `oci://${string}`;

  /** Whom the token belongs to. */
  readonly username: string;
}

/** A registry of images that asks who is there. */
export interface PrivateRegistry {
  /** Its host, or a part of it: `ghcr.io`, `ghcr.io/example-org`. Docker Hub is `docker.io`. */
  readonly host: string;

  /** Whom the token belongs to: `_json_key` where it is a key of a Google service account. */
  readonly username: string;
}

/** An address as a part of a name: `ghcr.io/example-org` becomes `ghcr-io-example-org`. */
export function nameOfAddress(address: string): string {
  return address
    .replace(/^[a-z]+:\/\//, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Name of the Secret that pods pull with from a private registry. */
export function pullSecretName({ host }: PrivateRegistry): string {
  return `registry-${nameOfAddress(host)}`;
}

/** The private registry that an image comes from: of several the one whose address says most. */
export function registryOf(image: string, registries: readonly PrivateRegistry[] = []): PrivateRegistry | undefined {
  const [first = '', ...rest] = image.split('/');
  const full = rest.length > 0 && /[.:]|^localhost$/.test(first) ? image : `docker.io/${image}`;
  return registries.filter(({ host }) => full.startsWith(`${host}/`)).sort((a, b) => b.host.length - a.host.length)[0];
}
