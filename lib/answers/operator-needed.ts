import type { Cluster } from '../model/cluster.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';

/** @throws InputError for a cluster without an operator that what runs there needs */
export function requireOperator({ name, operators }: Cluster, operator: string, reason: string): void {
  if (operators.includes(operator)) return;
  throw new InputError([
    mistake(
      'not-served-here',
      `argocd/clusters.ts: '${name}'`,
      `'operators' (${operators.join(', ') || 'none'}) must have '${operator}', because ${reason}`,
    ),
  ]);
}
