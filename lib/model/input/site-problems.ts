import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { privateRanges } from '../private-ranges.ts';
import type { Site } from '../site.ts';
import { accessForm, chartRepositoryForm, registryForm } from './access-forms.ts';
import { isObject, fields, list, map } from './collections.ts';
import { mistakesIn, optional, pattern, textForm } from './form.ts';
import { forms } from './forms.ts';
import { isHostName, isHttpsUrl, isSshRepository, isWithinRange } from './host-forms.ts';
import { duplicateProblems } from './names.ts';
import { shown } from './shown.ts';

const where = 'overlays/site.ts';

const siteForm = fields<Site>({
  repository: textForm(
    "must be an HTTPS URL that ends in '.git', or an address for SSH, such as 'git@github.com:owner/name.git'",
    text => (isHttpsUrl(text) && /[^/]\.git$/.test(text)) || isSshRepository(text),
  ),
  repositoryAccess: optional(accessForm),
  revision: forms.revision,
  domain: textForm("must be a domain name, such as 'mlops.example.com'", isHostName),
  tailnet: textForm("must be a MagicDNS suffix, such as 'example.ts.net'", isHostName),
  tailnetCidr: optional(
    textForm(`must be an address range without host bits within one of ${privateRanges.join(', ')}`, text =>
      privateRanges.some(range => isWithinRange(text, range)),
    ),
  ),
  gcpProject: pattern('must be a project ID of 6 to 30 characters', /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/),
  acmeEmail: pattern('must be an e-mail address', /^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  modelRepository: pattern("must be 'owner/name'", /^[\w.-]+\/[\w.-]+$/),
  exposed: list(forms.text),
  chartRepositories: optional(list(chartRepositoryForm)),
  registries: optional(list(registryForm)),
  credentialEnds: optional(map(forms.day, forms.fileName)),
});

/** Mistakes in the facts of the installation. */
export function siteProblems(site: Site): Mistake[] {
  const mistakes = mistakesIn(where, siteForm, site);
  return mistakes.length > 0 || !isObject(site) ? mistakes : [...accessProblems(site), ...namesakes(site)];
}

/** A key is for SSH, all else for HTTPS. */
function accessProblems({ repository, repositoryAccess }: Site): Mistake[] {
  const isSsh = isSshRepository(repository);
  if (isSsh === (repositoryAccess?.as === 'ssh')) return [];
  const message = isSsh
    ? `'repositoryAccess' must be { as: 'ssh' }, because 'repository' (${shown(repository)}) is read over SSH`
    : `'repositoryAccess.as' ('ssh') must be 'token' or 'github-app', because 'repository' (${shown(repository)}) is read over HTTPS`;
  return [mistake('conflict', where, message)];
}

function namesakes({ chartRepositories = [], registries = [] }: Site): Mistake[] {
  return [
    ...duplicateProblems(
      `${where}: 'chartRepositories'`,
      chartRepositories.map(({ repository }) => repository),
    ),
    ...duplicateProblems(
      `${where}: 'registries'`,
      registries.map(({ host }) => host),
    ),
  ];
}
