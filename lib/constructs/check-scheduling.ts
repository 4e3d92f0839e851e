import type { Construct } from 'constructs';
import { isObject } from '../model/input/collections.ts';
import type { Requirement, Scheduling, Toleration } from '../model/pods/scheduling.ts';
import { refuse } from './refuse.ts';

/** Refuses what the API server would not take of where a pod may run, though each part of it has its form. */
export function checkScheduling(scope: Construct, { tolerations = [], affinity = {} }: Scheduling): void {
  tolerations.forEach((each, index) => {
    const must = tolerationFault(each);
    if (must !== undefined) refuse(scope, 'conflict', `'tolerations[${index}]' ${must}`);
  });
  for (const requirement of requirementsIn(affinity)) {
    const must = requirementFault(requirement);
    if (must !== undefined) refuse(scope, 'conflict', `'affinity': the requirement of '${requirement.key}' ${must}`);
  }
}

function tolerationFault({ key, operator, value, effect, tolerationSeconds }: Toleration): string | undefined {
  if (key === undefined && operator !== 'Exists') return "without a key must have the operator 'Exists'";
  if (operator === 'Exists' && value !== undefined) return "with the operator 'Exists' must have no value";
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    return "with 'tolerationSeconds' must have the effect 'NoExecute'";
  }
  return undefined;
}

function requirementFault({ operator, values = [] }: Requirement<string>): string | undefined {
  if (operator === 'In' || operator === 'NotIn') return values.length > 0 ? undefined : 'must have values';
  if (operator === 'Exists' || operator === 'DoesNotExist')
    return values.length > 0 ? 'must have no values' : undefined;
  return values.length === 1 && /^\d+$/.test(values[0]!) ? undefined : 'must have one value, a whole number';
}

/** All requirements of an affinity, however deep they lie. */
function requirementsIn(value: unknown): Requirement<string>[] {
  if (Array.isArray(value)) return value.flatMap(requirementsIn);
  if (!isObject(value)) return [];
  if (typeof value.operator === 'string') return [value as unknown as Requirement<string>];
  return Object.values(value).flatMap(requirementsIn);
}
