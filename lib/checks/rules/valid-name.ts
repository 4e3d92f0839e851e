import type { Manifest } from '../../synth/manifest.ts';
import { listAt, textAt } from '../json-path.ts';
import { containersOf, podTemplateOf } from '../pods.ts';
import type { ObjectRule } from './rule.ts';

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

// Names of roles and their bindings end up in paths only.
const pathSegment = /^(?!\.{1,2}$)[^/%]{1,253}$/;

// Room for the suffix that a controller gives to the names and labels of what it makes.
const shortLabel = /^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/;

const patterns: ReadonlyMap<string, RegExp> = new Map([
  ['Service', /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/], // a part of host names and variables
  ['Namespace', label],
  ['Job', label],
  ['StatefulSet', shortLabel],
  ['CronJob', shortLabel],
  ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map(kind => [kind, pathSegment] as const),
]);

export const validName: ObjectRule = {
  id: 'valid-name',
  why: 'The API server refuses a name that is too long or holds a character that host names do not have.',
  fix: 'Shorten or correct the name of the service, or of the component, that the object is named after.',

  check: manifest => {
    const { kind, metadata: { name } } = manifest;
    const pattern = patterns.get(kind) ?? subdomain;
    return [
      ...(typeof name === 'string' && pattern.test(name) ? [] : [`is named '${String(name)}', which must match ${pattern.source}`]),
      ...partNames(manifest).filter(part => !label.test(part)).map(part => `has a part named '${part}', which must match ${label.source}`),
    ];
  },
};

/** Names of containers and volumes. */
function partNames(manifest: Manifest): string[] {
  const volumes = listAt(podTemplateOf(manifest)?.spec, 'volumes');
  return [...containersOf(manifest).map(({ spec }) => spec), ...volumes].map(part => textAt(part, 'name') ?? '');
}
