import { groupOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';

/** The names of an object's kind that rules ask by: `Service` is of any group, `apps/Deployment` of one. */
export function kindNamesOf(manifest: Manifest): readonly string[] {
  return [manifest.kind, `${groupOf(manifest)}/${manifest.kind}`];
}
