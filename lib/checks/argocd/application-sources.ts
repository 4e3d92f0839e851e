import { deliveredBy } from './applications.ts';
import { textAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';

const annotation = 'argocd.argoproj.io/manifest-generate-paths';

export const applicationSources: ObjectRule = {
  id: 'application-sources',
  why: 'Argo CD renders an Application again only when a folder that it lists changes: it misses all others.',
  fix: "List every folder that the unit builds on, in the unit's 'sources'.",
  kinds: ['Application'],

  check: (manifest, { world }) => {
    const listed = (textAt(manifest, 'metadata', 'annotations', annotation) ?? '').split(';');
    return deliveredBy(manifest, world).flatMap(({ sources }) =>
      sources
        .map(source => `/dist/${source}`)
        .filter(
          source => !listed.some(folder => source === folder || (source.startsWith(`${folder}/`) && folder !== '')),
        )
        .map(source => `is not rendered again when '${source}' changes, it must be in ${annotation}`),
    );
  },
};
