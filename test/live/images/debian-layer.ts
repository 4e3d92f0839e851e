import { debianFolder, debianKey } from '../../conformance/toolbox/debian.ts';
import type { DebianTree } from '../../conformance/toolbox/debian.ts';
import type { Layer } from './image.ts';

/** A layer of unpacked packages, without what only people read. */
export function debianLayer(tree: DebianTree): Layer {
  return {
    key: debianKey(tree),
    fill: () => debianFolder(tree),
    without: ['./stamp', './usr/share/doc', './usr/share/man', './usr/share/locale', './var'],
  };
}
