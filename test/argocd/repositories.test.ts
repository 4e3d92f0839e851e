import type { ClusterRow } from '../../lib/model/cluster.ts';
import type { Site } from '../../lib/model/site.ts';
import { secretEntries } from '../../lib/argocd/secret-entries.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { cluster, platform, rows } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const alone: readonly ClusterRow[] = [{ ...rows().clusters[0]!, operators: ['external-secrets'] }];

function of(change: Partial<Site>, clusters = alone) {
  return platform({ site: { ...rows().site, ...change }, clusters });
}

/** The Secret that a change of the site makes, as its template says it. */
function templateOf(change: Partial<Site>, name = 'repository') {
  const { spec } = new Synthesized(of(change)).find('ExternalSecret', name, 'argocd');
  return at(spec!, 'target', 'template');
}

const labels = { 'argocd.argoproj.io/secret-type': 'repository' };

test('a repository that everybody may read needs no Secret', () => {
  expect(new Synthesized(of({})).unit('argocd/clusters')).toBeUndefined();
});

test.each<[string, Partial<Site>, Record<string, string>]>([
  [
    'by a token',
    { repositoryAccess: { as: 'token' } },
    { url: 'https://example.com/org/repo.git', username: 'git', password: '{{ .token | trim }}' },
  ],
  [
    'by a token of somebody',
    { repositoryAccess: { as: 'token', username: 'robot' } },
    { url: 'https://example.com/org/repo.git', username: 'robot', password: '{{ .token | trim }}' },
  ],
  [
    'over SSH',
    { repository: 'git@example.com:org/repo.git', repositoryAccess: { as: 'ssh' } },
    { url: 'git@example.com:org/repo.git', sshPrivateKey: '{{ index . "ssh-private-key" | trim }}\n' },
  ],
  [
    'as an app of GitHub',
    { repositoryAccess: { as: 'github-app', appId: 12, installationId: 34 } },
    {
      url: 'https://example.com/org/repo.git',
      githubAppID: '12',
      githubAppInstallationID: '34',
      githubAppPrivateKey: '{{ index . "github-app-private-key" | trim }}\n',
    },
  ],
])('Argo CD gets at a private repository %s', (_title, change, data) => {
  expect(templateOf(change)).toEqual({
    engineVersion: 'v2',
    mergePolicy: 'Replace',
    type: 'Opaque',
    metadata: { labels },
    data: { type: 'git', ...data },
  });
});

test('nothing waits for it, since a person may put the entry there later', () => {
  const { metadata } = new Synthesized(of({ repositoryAccess: { as: 'token' } })).find('ExternalSecret', 'repository');

  expect(at(metadata, 'annotations', 'argocd.argoproj.io/ignore-healthcheck')).toBe('true');
});

test('an app of a GitHub of its own knows its address', () => {
  const enterpriseUrl = 'https://github.example.com/api/v3';
  const template = templateOf({ repositoryAccess: { as: 'github-app', appId: 1, installationId: 2, enterpriseUrl } });

  expect(at(template!, 'data', 'githubAppEnterpriseBaseUrl')).toBe(enterpriseUrl);
});

test('all Applications read it from there, and every project that has one admits it', () => {
  const repository = 'ssh://git@example.com:2222/org/repo.git';
  const synthesized = new Synthesized(of({ repository, repositoryAccess: { as: 'ssh' } }));
  const folders = synthesized.objects('argocd/roots').filter(each => at(each, 'spec', 'source', 'path') !== undefined);

  expect(folders.length).toBeGreaterThan(4);
  expect(new Set(folders.map(each => at(each, 'spec', 'source', 'repoURL')))).toEqual(new Set([repository]));
  expect(at(synthesized.find('AppProject', 'prod'), 'spec', 'sourceRepos')).toEqual([repository]);
});

test('keys of the host are told to the chart of Argo CD, and to the person who installs it', () => {
  const knownHosts = ['example.com ssh-ed25519 AAAA', '[example.com]:2222 ssh-ed25519 AAAA'];
  const access = { repository: 'git@example.com:org/repo.git', repositoryAccess: { as: 'ssh', knownHosts } } as const;
  const synthesized = new Synthesized(of(access));
  const extraHosts = `${knownHosts.join('\n')}\n`;
  const { spec } = synthesized.find('Application', 'cloud-argocd');

  expect(at(spec!, 'source', 'helm', 'valuesObject')).toEqual({ configs: { ssh: { extraHosts } } });
  expect(synthesized.unit('argocd/bootstrap')!.files.get('argocd/bootstrap/argocd-values.yaml')).toContain(
    '    extraHosts: |\n      example.com ssh-ed25519 AAAA\n',
  );
});

test('private charts have a Secret each, one of a registry among them', () => {
  const chartRepositories = [
    { repository: 'https://charts.example.com/private', username: 'robot' },
    { repository: 'oci://ghcr.io/example-org/charts', username: 'robot' },
  ] as const;

  expect(at(templateOf({ chartRepositories }, 'charts-charts-example-com-private')!, 'data')).toEqual({
    type: 'helm',
    name: 'charts-example-com-private',
    url: 'https://charts.example.com/private',
    username: 'robot',
    password: '{{ .token | trim }}',
  });
  expect(at(templateOf({ chartRepositories }, 'charts-ghcr-io-example-org-charts')!, 'data')).toMatchObject({
    url: 'ghcr.io/example-org/charts',
    enableOCI: 'true',
  });
});

test('the entries are listed for the person who makes them', () => {
  const chartRepositories = [{ repository: 'https://charts.example.com', username: 'robot' }] as const;
  const { units } = unitsOf(of({ repositoryAccess: { as: 'token' }, chartRepositories }));
  const reader = 'cloud:system:serviceaccount:argocd:secret-reader';

  expect(secretEntries(units)).toEqual([
    `argocd_charts-charts-example-com_token ${reader}`,
    `argocd_repository_token ${reader}`,
  ]);
});

test('a store serves credentials of clusters and of repositories alike', () => {
  const both = new Synthesized(of({ repositoryAccess: { as: 'token' } }, [alone[0]!, cluster('farm')]));

  expect(both.names('SecretStore', 'argocd/clusters')).toEqual(['secret-manager']);
  expect(both.names('ExternalSecret', 'argocd/clusters')).toEqual(['cluster-farm', 'repository']);
});

test('where nothing makes the Secrets, it is refused', () => {
  const bare = [{ ...rows().clusters[0]!, operators: [] }];

  expect(() => new Synthesized(of({ repositoryAccess: { as: 'token' } }, bare))).toThrow(
    "argocd/clusters.ts: 'cloud': 'operators' (none) must have 'external-secrets', because Argo CD needs credentials of private repositories",
  );
});
