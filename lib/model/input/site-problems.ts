import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Site } from '../site.ts';

const where = 'overlays/site.ts';

/** What a field of the site must look like, and how to say it. */
const shapes: Readonly<Record<Exclude<keyof Site, 'exposed'>, { pattern: RegExp; must: string }>> = {
  repository: { pattern: /^https:\/\/[^\s/]+\/\S+\.git$/, must: "must be an HTTPS URL that ends in '.git'" },
  revision: {
    pattern: /^refs\/(heads|tags)\/[^\s~^:?*[\\]+$/,
    must: "must be fully qualified, such as 'refs/heads/main': a short name can mean a branch or a tag",
  },
  domain: { pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/, must: "must be a domain name, such as 'mlops.example.com'" },
  tailnet: { pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/, must: "must be a MagicDNS suffix, such as 'example.ts.net'" },
  gcpProject: { pattern: /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, must: 'must be a project ID of 6 to 30 characters' },
  acmeEmail: { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, must: 'must be an e-mail address' },
  modelRepository: { pattern: /^[\w.-]+\/[\w.-]+$/, must: "must be 'owner/name'" },
};

/** Mistakes in the facts of the installation. */
export function siteProblems(site: Site): Mistake[] {
  return Object.entries(shapes).flatMap(([field, { pattern, must }]) => {
    const value: unknown = site[field as keyof typeof shapes];
    return typeof value === 'string' && pattern.test(value)
      ? []
      : [mistake('malformed', where, `'${field}' ('${String(value)}') ${must}`)];
  });
}
