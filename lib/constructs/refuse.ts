import type { IConstruct } from 'constructs';
import { faultsOf } from '../model/input/form.ts';
import type { Form } from '../model/input/form.ts';
import { mistake } from '../model/mistake.ts';
import type { MistakeCode } from '../model/mistake.ts';
import { ComponentChart, placeOf, serviceNameOf } from './component-chart.ts';

/**
 * Records a mistake of the service that a construct belongs to. The construct goes on, so that all of its mistakes are
 * told together; nothing is made of what it renders.
 *
 * @param message what is wrong, with its value, and what must hold
 */
export function refuse(scope: IConstruct, code: MistakeCode, message: string): void {
  const chart = ComponentChart.of(scope);
  chart.mistakes.push(mistake(code, placeOf(serviceNameOf(scope), chart), message));
}

/**
 * Refuses a value that does not have its form.
 *
 * @param field what the mistake calls it; empty where the value's own fields say enough
 * @returns whether it has the form
 */
export function holdsForm(scope: IConstruct, field: string, value: unknown, form: Form): boolean {
  const faults = faultsOf(form, value, field);
  for (const { code, message } of faults) refuse(scope, code, message);
  return faults.length === 0;
}
