import { titleOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import { deliveredBy, sourcesOf } from './applications.ts';
import { textAt } from '../../yaml/json-path.ts';
import { admitsDestination, admitsObject, admitsRepository, namespacesOf } from './admission.ts';
import type { World } from '../world.ts';
import type { ObjectRule } from '../rule.ts';

export const projectAdmits: ObjectRule = {
  id: 'project-admits',
  why: 'Argo CD does not sync an Application when its project does not admit all that it contains.',
  fix: "Correct what the project is made of in lib/argocd/permissions.ts, or the Application's project.",
  kinds: ['Application'],

  check: (manifest, { world }) => {
    const name = textAt(manifest, 'spec', 'project') ?? '';
    const project = world.once(projects).get(name);
    if (!project || name === 'default') return [`is of project '${name}', which must exist and not be 'default'`];
    const fallback = textAt(manifest, 'spec', 'destination', 'namespace') ?? '';
    const cluster = textAt(manifest, 'spec', 'destination', 'name') ?? '';
    const contents = deliveredBy(manifest, world).flatMap(({ manifests }) => manifests);
    return [
      ...sourcesOf(manifest)
        .filter(({ repository }) => !admitsRepository(project, repository))
        .map(({ repository }) => `reads '${repository}', which project '${name}' does not admit`),
      ...[...namespacesOf(contents, fallback, world.kinds)]
        .filter(namespace => !admitsDestination(project, cluster, namespace))
        .map(namespace => `delivers to '${cluster}/${namespace}', which project '${name}' does not admit`),
      ...contents
        .filter(object => !admitsObject(project, object, world.kinds.isClusterScoped(object)))
        .map(object => `delivers ${titleOf(object)}, which project '${name}' does not admit`),
    ];
  },
};

function projects(world: World): ReadonlyMap<string, Manifest> {
  return new Map(world.subjects(['AppProject']).map(({ manifest }) => [manifest.metadata.name, manifest]));
}
