import { isBuildable, sourcesOf, unitAt } from './applications.ts';
import { textAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';

export const applicationPath: ObjectRule = {
  id: 'application-path',
  why: 'An Application whose folder is missing, or is meant for another cluster, delivers nothing or the wrong thing.',
  fix: 'Correct the source or the destination in lib/argocd/unit-application.ts.',
  kinds: ['Application'],

  check: (manifest, { world }) =>
    sourcesOf(manifest).flatMap(({ repository, revision, path }) => {
      if (path === undefined) return [];
      const { site, clusters, environments } = world.facts.platform;
      if (repository !== site.repository) {
        return [`reads '${path}' of '${repository}', which must be of '${site.repository}'`];
      }
      const unit = unitAt(path, world);
      const followed = environments.find(({ name }) => name === unit?.environment)?.revision ?? site.revision;
      if (revision !== followed) return [`follows '${revision}', which must be '${followed}'`];
      if (!unit) return [`reads '${path}', which is no folder of a unit`];
      if (!isBuildable(unit)) return [`reads '${path}', which has no kustomization.yaml`];
      const cluster = textAt(manifest, 'spec', 'destination', 'name') ?? '';
      const wanted = clusters.find(({ name }) => name === unit.cluster)!.argocdName;
      return cluster === wanted ? [] : [`delivers '${path}' to '${cluster}', but it is meant for '${wanted}'`];
    }),
};
