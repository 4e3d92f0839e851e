import { ApiObject } from 'cdk8s';
import { ComponentChart } from '../constructs/component-chart.ts';
import type { Asked } from '../model/ask.ts';
import type { Component } from '../model/component.ts';
import { InputError } from '../model/input-error.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { RenderedObjects } from './rendered-objects.ts';

/** A component rendered for one environment, or for the base. Its objects do not say their namespace. */
export interface Rendering {
  readonly component: string;
  readonly namespace: string;
  readonly manifests: readonly Manifest[];

  /** What its services asked for beyond their own objects. */
  readonly asked: readonly Asked[];
}

/**
 * Settings to manifests: runs the constructs of one component.
 *
 * @param objects shared by the renderings of one platform, so that equal objects become one manifest
 * @throws InputError with what its services refuse, all of them at once
 */
export function render(
  name: string,
  component: Component,
  surroundings: Surroundings,
  objects = new RenderedObjects(),
): Rendering {
  const chart = new ComponentChart(name, surroundings);
  const settings = surroundings.environment?.settings[name] as Readonly<Record<string, never>> | undefined;
  const mistakes: Mistake[] = [];

  for (const [service, { construct: ServiceClass }] of Object.entries(component.services)) {
    try {
      new ServiceClass(chart, service, settings?.[service]);
    } catch (error) {
      // A TypeError or the like is a defect of the construct, and keeps its stack.
      if (!(error instanceof Error) || error.constructor !== Error) throw error;
      mistakes.push(mistake('refused', `${surroundings.environment?.name ?? 'base'}/${name}`, error.message));
    }
  }
  if (mistakes.length > 0) throw new InputError(mistakes);

  return {
    component: name,
    namespace: chart.namespaceName,
    manifests: manifestsOf(chart, objects),
    asked: chart.asked,
  };
}

/** Every object of a chart. cdk8s' own synth() is not used: its time grows faster than the number of objects. */
export function manifestsOf(chart: ComponentChart, objects = new RenderedObjects()): Manifest[] {
  return chart.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .filter(object => chart.isRendered(object))
    .map(object => objects.manifestOf(object));
}
