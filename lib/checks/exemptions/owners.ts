import { asksOf } from '../../model/ask.ts';
import { append } from '../../model/grouped.ts';
import { identityOf, namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Unit } from '../../model/unit.ts';
import type { World } from '../world.ts';

/** Components for whom an object is there: the one that delivers it, whose namespace it lies in, or that ask for it. */
export function ownersOf(manifest: Manifest, unit: Unit, world: World): readonly string[] {
  if (unit.owner === 'component') return [unit.component];
  if (unit.owner === 'argocd') return [];
  const { byNamespace, byAsk } = world.once(groundOwners);
  const namespace = manifest.kind === 'Namespace' ? manifest.metadata.name : namespaceOf(manifest);
  const owner = byNamespace.get(`${unit.cluster} ${namespace ?? ''}`);
  return owner === undefined ? (byAsk.get(`${unit.cluster} ${identityOf(manifest)}`) ?? []) : [owner];
}

/** Whose the namespaces and the shared objects of clusters are. */
function groundOwners({ facts }: World): {
  readonly byNamespace: ReadonlyMap<string, string>;
  readonly byAsk: ReadonlyMap<string, readonly string[]>;
} {
  const byNamespace = new Map<string, string>();
  const byAsk = new Map<string, string[]>();
  for (const { rendering, draft } of facts.delivery.environments.flatMap(({ placed }) => placed)) {
    byNamespace.set(`${draft.cluster} ${rendering.namespace}`, draft.component);
    for (const { what } of asksOf(rendering.asked, 'clusterObject')) {
      append(byAsk, `${draft.cluster} ${identityOf(what)}`, draft.component);
    }
  }
  return { byNamespace, byAsk };
}
