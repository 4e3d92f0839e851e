import type { Construct } from 'constructs';
import type { PodProps } from './pod-props.ts';
import { withSettings } from './pod-settings.ts';
import { refuse } from './refuse.ts';

/** Refuses `inPlace` for pods that are never replaced in another way. @param whose `of a StatefulSet` */
export function checkInPlace(scope: Construct, own: PodProps, whose: string): void {
  if (withSettings(scope, own).inPlace === undefined) return;
  const why = `pods ${whose} never start beside those that they replace`;
  refuse(scope, 'conflict', `'inPlace' must be left out, because ${why}`);
}
