import { identityOf } from '../../model/manifest.ts';
import type { ObjectRule } from '../rule.ts';

export const objectOnce: ObjectRule = {
  id: 'object-once',
  why: 'Two Applications that own one object overwrite it in turn for ever, and deleting either deletes it for both.',
  fix: 'Deliver the object from one place only: under lib/components/, lib/clusters/ or lib/argocd/.',

  check: (manifest, { unit, world }) => {
    const deliveries = world.deliveriesOf(unit.cluster, identityOf(manifest));
    if (deliveries.length === 1) return [];
    const own = deliveries.findIndex(each => each.manifest === manifest && each.unit === unit);
    const others = deliveries.filter((_, index) => index !== own).map(each => `'${each.unit.path}'`);
    return [`is delivered to cluster '${unit.cluster}' by ${[...new Set(others)].join(', ')} too`];
  },
};
