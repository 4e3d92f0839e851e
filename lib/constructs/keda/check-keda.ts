import type { Construct } from 'constructs';
import { ComponentChart } from '../component-chart.ts';
import { holdsForm, refuse } from '../refuse.ts';
import type { KedaScaling } from './keda-scaling.ts';
import { kedaForm } from './trigger-forms.ts';
import type { Trigger } from './triggers.ts';

/**
 * Refuses what KEDA would not take, and KEDA where it does not run.
 *
 * @returns whether its bounds can be counted with
 */
export function checkKeda(scope: Construct, keda: KedaScaling): boolean {
  if (!holdsForm(scope, 'keda', keda, kedaForm)) return false;
  const { min, max, triggers } = keda;
  if (max < min) refuse(scope, 'conflict', `'keda.max' (${max}) must be at least 'keda.min' (${min})`);
  if (min === 0 && triggers.every(({ type }) => type === 'cpu' || type === 'memory')) {
    const must = "must be at least 1, because 'cpu' and 'memory' are known of pods that run only";
    refuse(scope, 'conflict', `'keda.min' (0) ${must}`);
  }
  for (const [index, trigger] of triggers.entries()) checkTrigger(scope, `keda.triggers[${index}]`, trigger, max);
  checkOperator(scope);
  return true;
}

function checkTrigger(scope: Construct, field: string, trigger: Trigger, max: number): void {
  if (trigger.type !== 'cron') return;
  const { start, end, replicas } = trigger;
  if (replicas > max) {
    refuse(scope, 'conflict', `'${field}.replicas' (${replicas}) must not exceed 'keda.max' (${max})`);
  }
  if (start === end) refuse(scope, 'conflict', `'${field}.end' ('${end}') must differ from its 'start'`);
}

/** The base has no clusters, so nothing is missing there. */
function checkOperator(scope: Construct): void {
  const { surroundings, component } = ComponentChart.of(scope);
  const { name, operators } = surroundings.clusterOf(component);
  if (!surroundings.environment || operators.includes('keda')) return;
  const message = `'keda' needs the operator 'keda', but cluster '${name}' has none`;
  refuse(scope, 'not-served-here', `${message}. It must be left out there, or 'operators' of the cluster must have it`);
}
