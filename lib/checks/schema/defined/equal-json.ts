import { isMap } from '../../../yaml/json.ts';
import type { Json } from '../../../yaml/json.ts';

/** Whether two values of JSON say the same, in whatever order their keys stand. */
export function equalJson(left: Json | undefined, right: Json | undefined): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item: Json, index) => equalJson(item, right[index] as Json));
  }
  if (isMap(left) && isMap(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length
      && keys.every(key => Object.hasOwn(right, key) && equalJson(left[key], right[key]))
    );
  }
  return left === right;
}
