import type { Mistake } from '../mistake.ts';
import type { Site } from '../site.ts';
import { fields, list } from './collections.ts';
import { mistakesIn, pattern, textForm } from './form.ts';
import { forms } from './forms.ts';
import { isHostName, isHttpsUrl } from './host-forms.ts';

const siteForm = fields<Site>({
  repository: textForm("must be an HTTPS URL that ends in '.git'", text => isHttpsUrl(text) && /[^/]\.git$/.test(text)),
  revision: forms.revision,
  domain: textForm("must be a domain name, such as 'mlops.example.com'", isHostName),
  tailnet: textForm("must be a MagicDNS suffix, such as 'example.ts.net'", isHostName),
  gcpProject: pattern('must be a project ID of 6 to 30 characters', /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/),
  acmeEmail: pattern('must be an e-mail address', /^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  modelRepository: pattern("must be 'owner/name'", /^[\w.-]+\/[\w.-]+$/),
  exposed: list(forms.text),
});

/** Mistakes in the facts of the installation. */
export function siteProblems(site: Site): Mistake[] {
  return mistakesIn('overlays/site.ts', siteForm, site);
}
