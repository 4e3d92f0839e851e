import { ComponentChart } from '../constructs/component-chart.ts';
import type { Asked } from '../model/ask.ts';
import type { Component } from '../model/component.ts';
import { own } from '../model/input/collections.ts';
import { InputError } from '../model/input-error.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { addService, mistakesOfObjects } from './add-service.ts';
import { objectsOf } from './chart-objects.ts';
import { plainRendering } from './plain-rendering.ts';
import { RenderedObjects } from './rendered-objects.ts';

/** A component rendered for one environment, or for the base. Its objects do not say their namespace. */
export interface Rendering {
  readonly component: string;
  readonly namespace: string;
  readonly manifests: readonly Manifest[];

  /** What its services asked for beyond their own objects, and its YAML. */
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
  const settings = own(surroundings.environment?.settings ?? {}, name) ?? {};

  const rows = Object.entries(component.services).map(([name, { construct }]) => ({
    name,
    construct,
    settings: own(settings, name) as object | undefined,
  }));
  for (const row of rows) addService(chart, row);
  if (chart.mistakes.length > 0) throw new InputError(chart.mistakes);

  const { asked, namespaceName: namespace } = chart;
  const plain = plainRendering(name, component, surroundings);
  try {
    return {
      component: name,
      namespace,
      manifests: [...manifestsOf(chart, objects), ...plain.manifests],
      asked: [...asked, ...plain.asked],
    };
  } catch (error) {
    throw new InputError(mistakesOfObjects(error, rows, chart));
  }
}

/** The manifests of a chart. */
export function manifestsOf(chart: ComponentChart, objects = new RenderedObjects()): Manifest[] {
  return objectsOf(chart).map(object => objects.manifestOf(object));
}
