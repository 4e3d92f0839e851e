import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';

/** How each kind of amount is written. */
const shapes = {
  cpu: { pattern: /^(\d+(\.\d{1,3})?|\d+m)$/, must: "must be cores or thousandths of one, such as '2' or '250m'" },
  bytes: { pattern: /^\d+(Mi|Gi)$/, must: "must be in binary units, such as '512Mi' or '2Gi'" },
};

/** Amounts by the names of their fields, as `Sizing`, quotas and node pools have them. */
export type Amounts = Readonly<Record<string, string | undefined>>;

/** A mistake for each amount that Kubernetes would read otherwise than meant, or not at all. */
export function unitProblems(where: string, amounts: Amounts): Mistake[] {
  return Object.entries(amounts).flatMap(([field, value]) => {
    if (value === undefined) return [];
    const { pattern, must } = field.startsWith('cpu') ? shapes.cpu : shapes.bytes;
    return typeof value === 'string' && pattern.test(value)
      ? []
      : [mistake('malformed', where, `'${field}' ('${String(value)}') ${must}`)];
  });
}
