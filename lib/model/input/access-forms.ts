import type { GitHubAppAccess, PrivateChartRepository, PrivateRegistry, SshAccess, TokenAccess } from '../access.ts';
import { chartForms } from './chart-forms.ts';
import { choice, fields, isObject, list } from './collections.ts';
import { optional, pattern, textForm, whole } from './form.ts';
import type { Form } from './form.ts';
import { isHostName, isHttpsUrl } from './host-forms.ts';

const word = pattern('must be a name without spaces and colons', /^[^\s:"\\{}]+$/);
const number = whole(1, Number.MAX_SAFE_INTEGER);
const as = choice(['token', 'ssh', 'github-app']);

/** The fields of each way in. */
const ways: Readonly<Record<string, Form>> = {
  'token': fields<TokenAccess>({ as, username: optional(word) }),
  'ssh': fields<SshAccess>({
    as,
    knownHosts: optional(
      list(
        pattern(
          "must be a line of known hosts, such as 'git.example.com ssh-ed25519 AAAA…'",
          /^\S+ [a-z0-9@.-]+ [A-Za-z0-9+/=]+$/,
        ),
        1,
      ),
    ),
  }),
  'github-app': fields<GitHubAppAccess>({
    as,
    appId: number,
    installationId: number,
    enterpriseUrl: optional(
      textForm("must be an HTTPS URL of one host, such as 'https://github.example.com/api/v3'", isHttpsUrl),
    ),
  }),
};

/** How Argo CD gets at a repository: which fields there are, `as` decides. */
export const accessForm: Form = {
  must: 'must be an object',
  check(value, field) {
    const way = isObject(value) ? ways[String(value.as)] : undefined;
    return (way ?? fields<{ as: string }>({ as })).check(value, field);
  },
};

export const chartRepositoryForm = fields<PrivateChartRepository>({
  repository: chartForms.repository,
  username: word,
});

export const registryForm = fields<PrivateRegistry>({
  host: textForm("must be a registry, such as 'ghcr.io' or 'ghcr.io/example-org', without a scheme", text => {
    const [host = '', ...path] = text.split('/');
    const [name = '', port = '443'] = host.split(':');
    return isHostName(name) && /^\d+$/.test(port) && path.every(part => /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/.test(part));
  }),
  username: word,
});
