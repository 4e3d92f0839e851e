import { prod, site } from './case.ts';
import type { Case, Wrong } from './case.ts';

const ofSite = 'overlays/site.ts';
const ofProd = 'overlays/prod.ts';
const ssh = 'git@github.com:example-org/plainsail.git';

function access(change: object, repository?: string): Wrong {
  return site({ repositoryAccess: change, ...(repository !== undefined && { repository }) });
}

function window(change: object): Wrong {
  return prod({ syncWindows: [{ kind: 'allow', schedule: '0 8 * * 1-5', duration: '8h', ...change }] });
}

const ways = "must be one of 'token', 'ssh', 'github-app'";
const times = "must be hours and minutes, from '1m' to '8760h', such as '30m', '8h' or '1h30m'";
const registry = "must be a registry, such as 'ghcr.io' or 'ghcr.io/example-org', without a scheme";

/** Mistakes in how repositories, registries and clusters are reached, and when. */
export const deliveryCases: readonly Case[] = [
  ['access that is none', access(7 as never), 'wrong-type', `${ofSite}: 'repositoryAccess' (7) must be an object`],
  ['access of no sort', access({}), 'missing', `${ofSite}: 'repositoryAccess.as' is missing, it ${ways}`],
  [
    'access of an unknown sort',
    access({ as: 'tokn' }),
    'unknown-name',
    `${ofSite}: 'repositoryAccess.as' ('tokn') ${ways} (did you mean 'token'?)`,
  ],
  [
    'a token in the row',
    access({ as: 'token', token: 'x' }),
    'unknown-key',
    `${ofSite}: 'repositoryAccess.token' is an unknown key, it must be one of 'as', 'username'`,
  ],
  [
    'a user with a colon',
    access({ as: 'token', username: 'me:word' }),
    'malformed',
    `${ofSite}: 'repositoryAccess.username' ('me:word') must be a name without spaces and colons`,
  ],
  [
    'a key for HTTPS',
    access({ as: 'ssh' }),
    'conflict',
    `${ofSite}: 'repositoryAccess.as' ('ssh') must be 'token' or 'github-app', because 'repository' ('https://example.com/org/repo.git') is read over HTTPS`,
  ],
  [
    'a token for SSH',
    access({ as: 'token' }, ssh),
    'conflict',
    `${ofSite}: 'repositoryAccess' must be { as: 'ssh' }, because 'repository' ('${ssh}') is read over SSH`,
  ],
  [
    'SSH without a key',
    site({ repository: ssh }),
    'conflict',
    `${ofSite}: 'repositoryAccess' must be { as: 'ssh' }, because 'repository' ('${ssh}') is read over SSH`,
  ],
  [
    'a host without its key',
    access({ as: 'ssh', knownHosts: ['git.example.com'] }, ssh),
    'malformed',
    `${ofSite}: 'repositoryAccess.knownHosts[0]' ('git.example.com') must be a line of known hosts, such as 'git.example.com ssh-ed25519 AAAA…'`,
  ],
  [
    'an app without a number',
    access({ as: 'github-app', installationId: 2 }),
    'missing',
    `${ofSite}: 'repositoryAccess.appId' is missing, it must be a whole number from 1 to 9007199254740991`,
  ],
  [
    'an app by a text',
    access({ as: 'github-app', appId: 1, installationId: '2' }),
    'wrong-type',
    `${ofSite}: 'repositoryAccess.installationId' ('2') must be a whole number from 1 to 9007199254740991`,
  ],
  [
    'a GitHub of an address that is none',
    access({ as: 'github-app', appId: 1, installationId: 2, enterpriseUrl: 'github.example.com' }),
    'malformed',
    `${ofSite}: 'repositoryAccess.enterpriseUrl' ('github.example.com') must be an HTTPS URL of one host, such as 'https://github.example.com/api/v3'`,
  ],
  [
    'a repository over SSH without a user',
    site({ repository: 'ssh://example.com/org/repo.git' }),
    'malformed',
    `${ofSite}: 'repository' ('ssh://example.com/org/repo.git') must be an HTTPS URL that ends in '.git', or an address for SSH, such as 'git@github.com:owner/name.git'`,
  ],
  [
    'private charts without an address',
    site({ chartRepositories: [{ username: 'me' }] }),
    'missing',
    `${ofSite}: 'chartRepositories[0].repository' is missing, it must be an HTTPS URL of one host or a registry, such as 'https://charts.example.com' or 'oci://ghcr.io/example-org/charts'`,
  ],
  [
    'private charts without a user',
    site({ chartRepositories: [{ repository: 'https://charts.example.com' }] }),
    'missing',
    `${ofSite}: 'chartRepositories[0].username' is missing, it must be a name without spaces and colons`,
  ],
  [
    'private charts twice',
    site({
      chartRepositories: ['me', 'you'].map(username => ({ repository: 'https://charts.example.com', username })),
    }),
    'duplicate',
    `${ofSite}: 'chartRepositories': 'https://charts.example.com' is defined twice, each name must be there once`,
  ],
  [
    'a registry with a scheme',
    site({ registries: [{ host: 'https://ghcr.io', username: 'me' }] }),
    'malformed',
    `${ofSite}: 'registries[0].host' ('https://ghcr.io') ${registry}`,
  ],
  [
    'a registry without a user',
    site({ registries: [{ host: 'ghcr.io' }] }),
    'missing',
    `${ofSite}: 'registries[0].username' is missing, it must be a name without spaces and colons`,
  ],
  [
    'a registry twice',
    site({ registries: ['me', 'you'].map(username => ({ host: 'ghcr.io', username })) }),
    'duplicate',
    `${ofSite}: 'registries': 'ghcr.io' is defined twice, each name must be there once`,
  ],
  [
    'a commit that is cut',
    prod({ revision: '0123456' }),
    'malformed',
    `${ofProd}: 'revision' ('0123456') must be fully qualified, such as 'refs/heads/main', or a commit of 40 digits: a short name can mean a branch or a tag`,
  ],
  ['windows that are no list', prod({ syncWindows: {} }), 'wrong-type', `${ofProd}: 'syncWindows' ({}) must be a list`],
  [
    'a window of an unknown sort',
    window({ kind: 'dney' }),
    'unknown-name',
    `${ofProd}: 'syncWindows[0].kind' ('dney') must be 'allow' or 'deny' (did you mean 'deny'?)`,
  ],
  [
    'a window that never comes',
    window({ schedule: '0 8 31 2 *' }),
    'malformed',
    `${ofProd}: 'syncWindows[0].schedule' ('0 8 31 2 *') must have a day that its months have`,
  ],
  [
    'a window for days',
    window({ duration: '1d' }),
    'malformed',
    `${ofProd}: 'syncWindows[0].duration' ('1d') ${times}`,
  ],
  [
    'a window for no time',
    window({ duration: '0h' }),
    'out-of-range',
    `${ofProd}: 'syncWindows[0].duration' ('0h') ${times}`,
  ],
  ['a window for a number', window({ duration: 8 }), 'wrong-type', `${ofProd}: 'syncWindows[0].duration' (8) ${times}`],
  [
    'a window of a place without a clock',
    window({ timeZone: 'Europe/Atlantis' }),
    'malformed',
    `${ofProd}: 'syncWindows[0].timeZone' ('Europe/Atlantis') must be a time zone of the IANA database, such as 'Europe/Zurich'`,
  ],
  [
    'a window that a person opens by a text',
    window({ manualSync: 'yes' }),
    'wrong-type',
    `${ofProd}: 'syncWindows[0].manualSync' ('yes') must be true or false`,
  ],
  [
    'a window that says nothing',
    window({ description: '' }),
    'malformed',
    `${ofProd}: 'syncWindows[0].description' ('') must be a text that is not empty`,
  ],
  [
    'a misspelt field of a window',
    window({ timezone: 'UTC' }),
    'unknown-key',
    `${ofProd}: 'syncWindows[0].timezone' is an unknown key, it must be one of 'kind', 'schedule', 'duration', 'timeZone', 'manualSync', 'description' (did you mean 'timeZone'?)`,
  ],
  [
    'a window that nothing ever gets through',
    window({ kind: 'deny', schedule: '0 * * * *', duration: '1h' }),
    'conflict',
    `${ofProd}: 'syncWindows[0].duration' ('1h') must end before the next one begins: nothing would ever be synced`,
  ],
];
