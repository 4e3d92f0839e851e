import type { Json } from '../../yaml/json.ts';
import { listAt, textAt, textsAt } from '../../yaml/json-path.ts';

/** Labels of a pod or a namespace. */
export type Labels = Readonly<Record<string, string>>;

/**
 * Whether a label selector selects something with these labels. All of its requirements must hold, so an empty one
 * selects everything.
 */
export function selects(selector: Json, labels: Labels): boolean {
  for (const [key, value] of Object.entries(textsAt(selector, 'matchLabels'))) {
    if (labels[key] !== value) return false;
  }
  return listAt(selector, 'matchExpressions').every(expression => holds(expression, labels));
}

function holds(expression: Json, labels: Labels): boolean {
  const value = labels[textAt(expression, 'key') ?? ''];
  const values = listAt(expression, 'values');
  switch (textAt(expression, 'operator')) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false; // the API server refuses other operators
  }
}
