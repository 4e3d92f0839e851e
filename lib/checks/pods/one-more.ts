import { lackingOf } from '../../kinds/pods/room.ts';
import { poolsFor } from '../../model/pods/pools.ts';
import type { Apart } from './apart.ts';
import { podsOn } from './node.ts';
import type { Node } from './node.ts';
import type { Packing } from './packing.ts';
import type { Sort } from './sorts.ts';

/** Why no node takes one more pod of a sort, in words; undefined where one does, and where none ever may. */
export function whyNoneMore(
  { title, spec, asks, apart }: Pick<Sort, 'apart' | 'asks' | 'spec' | 'title'>,
  { nodes }: Packing,
): string | undefined {
  const able = poolsFor(spec, [...new Set(nodes.map(({ pool }) => pool))]);
  const mayTake = nodes.filter(({ pool }) => able.includes(pool));
  const lacks = mayTake.map(({ free }) => lackingOf(asks, free));
  const open = mayTake.filter((_node, index) => lacks[index] === undefined);
  if (open.length > 0) return keptOut(apart, title, open, mayTake);
  if (mayTake.length === 0) return undefined;
  const texts = mayTake.map(({ pool }, index) => `'${pool.name}' has too little ${lacks[index]} left`);
  return `no node has room for it: ${[...new Set(texts)].join(', ')}`;
}

/** Why a node that has room may not take one more; undefined where one may. */
function keptOut(
  { alone, skew = Infinity }: Apart,
  title: string,
  open: readonly Node[],
  all: readonly Node[],
): string | undefined {
  if (alone && open.every(node => podsOn(node, title) > 0))
    return 'every node with room for it has a pod of its own that refuses another';
  const count = all.reduce((sum, node) => sum + podsOn(node, title), 0);
  if (open.length === all.length || open.length * skew >= count) return undefined;
  return `its ${count} pods must be spread over ${all.length} nodes, of which ${open.length} have room for one more`;
}
