import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { downloaded } from '../toolbox/module-folder.ts';
import type { PublishedModule } from '../toolbox/module-folder.ts';

/** Where a published Go module has the definitions of some API groups. */
interface Source extends PublishedModule {
  readonly folder: string;

  /** Whether a file there is one of the group. */
  readonly holds: (group: string, file: string) => boolean;
}

const named = (group: string, file: string): boolean => file.startsWith(`${group}_`);

const certManager: Source = {
  path: 'github.com/cert-manager/cert-manager',
  version: 'v1.21.2',
  sum: 'h1:UWgoYM+KLNtRlqmoWOKjKBOBUPVHeepQ6/ac3ERJW68=',
  folder: 'deploy/crds',
  holds: named,
};

/** Modules are only fetched and never built, so they may be newer than what can be built of them. */
const sources: Readonly<Record<string, Source>> = {
  'argoproj.io': {
    path: 'github.com/argoproj/argo-cd/v3',
    version: 'v3.5.3',
    sum: 'h1:klbUb5LOK+oJSBkR0OYGlLkG9IpsPVtSR2idOdaQb2I=',
    folder: 'manifests/crds',
    holds: (_, file) => file.endsWith('-crd.yaml'),
  },
  'cert-manager.io': certManager,
  'acme.cert-manager.io': certManager,
  'external-secrets.io': {
    path: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.2', // the newest that is published as a module; the kinds are of the same version
    sum: 'h1:u2J8RjlHIeF0oZCqtl92adI/uZWUwOesJIDkfql6LqQ=',
    folder: 'config/crds/bases',
    holds: named,
  },
};

/**
 * Files that define the kinds of an API group, from the module of its operator; none for a group that is not listed.
 */
export async function publishedDefinitions(group: string): Promise<string[]> {
  const source = Object.hasOwn(sources, group) ? sources[group]! : undefined;
  if (!source) return [];

  const folder = join(await downloaded(source), source.folder);
  return readdirSync(folder).filter(file => source.holds(group, file)).map(file => join(folder, file));
}
