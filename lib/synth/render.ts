import { ApiObject } from 'cdk8s';
import { ComponentChart } from '../constructs/component-chart.ts';
import type { ApiAccess } from '../constructs/component-chart.ts';
import type { Component } from '../model/component.ts';
import type { Flow } from '../model/flow.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Manifest } from '../model/manifest.ts';
import { RenderedObjects } from './rendered-objects.ts';

/** A component rendered for one environment, or for the base. Its objects do not say their namespace. */
export interface Rendering {
  readonly component: string;
  readonly namespace: string;
  readonly manifests: readonly Manifest[];
  readonly flows: readonly Flow[];
  readonly secrets: readonly SecretRef[];
  readonly apiAccess: readonly ApiAccess[];
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

  for (const [service, ServiceClass] of Object.entries(component.services)) {
    try {
      new ServiceClass(chart, service, settings?.[service]);
    } catch (error) {
      // A TypeError or the like is a defect of the construct, and keeps its stack.
      if (!(error instanceof Error) || error.constructor !== Error) throw error;
      mistakes.push(mistake('refused', `${surroundings.environment?.name ?? 'base'}/${name}`, error.message));
    }
  }
  if (mistakes.length > 0) throw new InputError(mistakes);

  const { flows, secrets, apiAccess, namespaceName: namespace } = chart;
  return { component: name, namespace, manifests: manifestsOf(chart, objects), flows, secrets, apiAccess };
}

/** Every object of a chart. cdk8s' own synth() is not used: its time grows faster than the number of objects. */
export function manifestsOf(chart: ComponentChart, objects = new RenderedObjects()): Manifest[] {
  return chart.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map(object => objects.manifestOf(object));
}
