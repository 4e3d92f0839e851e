import type { IConstruct } from 'constructs';
import { entryFault } from '../model/secret-ref.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import { ComponentChart } from './component-chart.ts';
import { refuse } from './refuse.ts';

/** Refuses an entry that Secret Manager would not take the name of. Each environment has its own entries there. */
export function checkEntry(scope: IConstruct, ref: SecretRef): void {
  const { component, surroundings } = ComponentChart.of(scope);
  if (!surroundings.environment) return;
  const fault = entryFault(ref, [surroundings.environment.name, component]);
  if (fault !== undefined) refuse(scope, 'malformed', `Secret '${ref.secret}': ${fault}`);
}
