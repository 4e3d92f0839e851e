import type { IConstruct } from 'constructs';
import { ComponentChart } from './component-chart.ts';

/**
 * Marks what a switch turns on, or one of several forms that exclude each other. An environment may add objects to the
 * base and never drop one, so what is not wanted everywhere stands in no base: each environment that wants it adds it.
 */
export function inNoBase<Marked extends IConstruct>(construct: Marked): Marked {
  ComponentChart.of(construct).leaveOutOfBase(construct);
  return construct;
}
