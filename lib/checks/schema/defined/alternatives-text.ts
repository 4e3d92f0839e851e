import { isMap } from '../../../yaml/json.ts';
import type { Json } from '../../../yaml/json.ts';
import { listAt } from '../../../yaml/json-path.ts';
import { pathText, valueText } from '../path-text.ts';

/** A value as sentences about all of it begin: with what it is, unless that is long. */
export function named({ path, value }: { readonly path: readonly string[]; readonly value: Json }): string {
  return isMap(value) || Array.isArray(value) ? pathText(path) : `${pathText(path)} (${valueText(value)})`;
}

/** How a value fits alternatives, up to how many it must fit. Most of them are which of some fields there are. */
export function alternativesText(all: readonly Json[], kept: number): string {
  const count = kept === 0 ? 'none' : String(kept);
  const isOfFields = all.every(each => isMap(each) && Object.keys(each).join() === 'required');
  if (!isOfFields) return `fits ${count} of the ${all.length} forms that it may have, it must fit`;
  const fields = all.map(each =>
    listAt(each, 'required')
      .map(field => `'${String(field)}'`)
      .join(' with '),
  );
  return `has ${count} of ${fields.join(', ')}, it must have`;
}
