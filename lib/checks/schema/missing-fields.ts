import type { Kind } from '../../kinds/kind.ts';
import type { Manifest } from '../../model/manifest.ts';
import { at } from '../../yaml/json-path.ts';
import { pathText } from './path-text.ts';

/** A sentence for each field that an object lacks although its kind must have it, whatever the schema says. */
export function missingFields(manifest: Manifest, { required = [] }: Kind): string[] {
  return required.filter(path => at(manifest, ...path) === undefined).map(path => `${pathText(path)} is missing`);
}
