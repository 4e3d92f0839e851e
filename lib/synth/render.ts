import { ComponentChart } from '../constructs/component-chart.ts';
import type { Asked } from '../model/ask.ts';
import type { Component } from '../model/component.ts';
import { InputError } from '../model/input-error.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { addService, mistakesOfObjects } from './add-service.ts';
import { objectsOf } from './chart-objects.ts';
import { settingsOfConstruct } from './common-settings.ts';
import { labelled } from './labelled.ts';
import { plainRendering } from './plain-rendering.ts';
import { RenderedObjects } from './rendered-objects.ts';

/** A component rendered for one environment, or for the base. Its objects do not say their namespace. */
export interface Rendering {
  readonly component: string;
  readonly namespace: string;
  readonly manifests: readonly Manifest[];

  /** What its services asked for beyond their own objects, and its YAML. */
  readonly asked: readonly Asked[];

  /** Containers beside those of its services, by the names that their images are pinned under. */
  readonly containers: readonly string[];
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
  const rows = Object.entries(component.services).map(([service, { construct }]) => ({
    name: service,
    construct,
    settings: settingsOfConstruct(surroundings, name, service),
  }));
  for (const row of rows) addService(chart, row);
  if (chart.mistakes.length > 0) throw new InputError(chart.mistakes);

  const plain = plainRendering(name, component, surroundings);
  const { asked, containers, namespaceName: namespace } = chart;
  const manifests = written(
    () => manifestsOf(chart, objects),
    error => mistakesOfObjects(error, rows, chart),
  );
  if (chart.mistakes.length > 0) throw new InputError(chart.mistakes);
  return {
    component: name,
    namespace,
    manifests: [...manifests, ...plain.manifests],
    asked: [...asked, ...plain.asked],
    containers: [...containers],
  };
}

/** The manifests of a chart, with the labels and annotations of their services and of the environment. */
export function manifestsOf(chart: ComponentChart, objects = new RenderedObjects()): Manifest[] {
  return objectsOf(chart).map(object => labelled(objects.manifestOf(object), object, chart));
}

function written(write: () => Manifest[], mistakesOf: (error: unknown) => Mistake[]): Manifest[] {
  try {
    return write();
  } catch (error) {
    throw new InputError(mistakesOf(error));
  }
}
