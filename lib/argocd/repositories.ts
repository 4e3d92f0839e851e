import { nameOfAddress } from '../model/access.ts';
import type { PrivateChartRepository, RepositoryAccess } from '../model/access.ts';
import { repositoryUrl } from '../model/helm-chart.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Site } from '../model/site.ts';
import { argocdSecret } from './argocd-secret.ts';

/**
 * How Argo CD gets at repositories that ask who is there: a Secret for each, which External Secrets makes of what a person
 * put into Secret Manager. https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#repositories
 */
export function repositorySecrets({ repository, repositoryAccess, chartRepositories = [] }: Site): Manifest[] {
  return [
    ...(repositoryAccess ? [gitSecret(repository, repositoryAccess)] : []),
    ...chartRepositories.map(chartsSecret),
  ];
}

function gitSecret(url: string, access: RepositoryAccess): Manifest {
  const { key, data } = credentialsOf(access);
  return argocdSecret('repository', 'repository', [key], { type: 'git', url, ...data });
}

/** What of the credentials is secret, and how Argo CD calls what. */
function credentialsOf(access: RepositoryAccess): { readonly key: string; readonly data: Record<string, string> } {
  switch (access.as) {
    case 'token':
      return { key: 'token', data: { username: access.username ?? 'git', password: '{{ .token | trim }}' } };
    case 'ssh': {
      // A key without the line break at its end is none.
      const sshPrivateKey = '{{ index . "ssh-private-key" | trim }}\n';
      return { key: 'ssh-private-key', data: { sshPrivateKey } };
    }
    case 'github-app':
      return {
        key: 'github-app-private-key',
        data: {
          githubAppID: String(access.appId),
          githubAppInstallationID: String(access.installationId),
          ...(access.enterpriseUrl !== undefined && { githubAppEnterpriseBaseUrl: access.enterpriseUrl }),
          githubAppPrivateKey: '{{ index . "github-app-private-key" | trim }}\n',
        },
      };
  }
}

function chartsSecret({ repository, username }: PrivateChartRepository): Manifest {
  return argocdSecret('repository', `charts-${nameOfAddress(repository)}`, ['token'], {
    type: 'helm',
    name: nameOfAddress(repository),
    url: repositoryUrl(repository),
    ...(repository.startsWith('oci:') && { enableOCI: 'true' }),
    username,
    password: '{{ .token | trim }}',
  });
}
