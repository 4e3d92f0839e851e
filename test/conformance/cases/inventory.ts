import { groupOf, namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { built } from '../platform/delivered.ts';
import { demandNone } from '../report/ledger.ts';
import type { Case } from './case.ts';

interface Resource {
  readonly group?: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** What a reviewer builds from the tree is what Argo CD delivers: the same objects, no more and no fewer. */
export const inventory: Case = {
  title: 'each Application has exactly the objects that Kustomize builds from its folder',
  run: async world => {
    const complaints: string[] = [];
    let count = 0;
    for (const { name, manifest } of (await world.states()).filter(({ fromGit }) => fromGit)) {
      const { path } = (manifest['spec'] as unknown as { source: { path: string } }).source;
      const wanted = (await built(world.file(path))).filter(object => !isHook(object)).map(identity);
      const { resources } = manifest['status'] as unknown as { resources: readonly Resource[] };
      const found = resources.map(resource =>
        [resource.group ?? '', resource.kind, resource.namespace ?? '', resource.name].join('/'),
      );
      complaints.push(
        ...wanted.filter(each => !found.includes(each)).map(each => `${name}: lacks ${each}`),
        ...found.filter(each => !wanted.includes(each)).map(each => `${name}: has ${each} besides`),
      );
      count += found.length;
    }
    demandNone(complaints, 'differences');
    return [`${count} objects compared`];
  },
};

function identity(manifest: Manifest): string {
  return [groupOf(manifest), manifest.kind, namespaceOf(manifest) ?? '', manifest.metadata.name].join('/');
}

/** Hooks come and go, and are no part of what an Application has. */
function isHook({ metadata }: Manifest): boolean {
  return 'argocd.argoproj.io/hook' in ((metadata['annotations'] ?? {}) as JsonMap);
}
