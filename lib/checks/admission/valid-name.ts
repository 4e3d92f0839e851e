import { listAt, textAt } from '../../yaml/json-path.ts';
import { containersOf, podTemplateOf } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

// Names of roles and their bindings end up in paths only.
const pathSegment = /^(?!\.{1,2}$)[^/%]{1,253}$/;

// Room for the suffix that a controller gives to the names and labels of what it makes.
const shortLabel = /^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/;

const patterns: ReadonlyMap<string, RegExp> = new Map([
  ['Service', /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/], // a part of host names and variables
  ...['Namespace', 'Job'].map(kind => [kind, label] as const),
  ...['StatefulSet', 'CronJob'].map(kind => [kind, shortLabel] as const),
  ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map(kind => [kind, pathSegment] as const),
]);

export const validName: ObjectRule = {
  id: 'valid-name',
  why: 'The API server refuses a name that is too long or holds a character that host names do not have.',
  fix: 'Shorten or correct the name of the service, or of the component, that the object is named after.',

  check: (manifest, { world }) => [
    ...problems('is', manifest.metadata.name, patterns.get(manifest.kind) ?? subdomain),
    ...containersOf(manifest, world).flatMap(({ spec }) => problems('has a container', textAt(spec, 'name'), label)),
    ...listAt(podTemplateOf(manifest)?.spec, 'volumes').flatMap(volume =>
      problems('has a volume', textAt(volume, 'name'), label),
    ),
  ],
};

function problems(what: string, name: string | undefined, pattern: RegExp): string[] {
  return pattern.test(name ?? '') ? [] : [`${what} named '${name ?? ''}', which must match ${pattern.source}`];
}
