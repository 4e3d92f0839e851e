import type { IConstruct } from 'constructs';
import { pullSecretName, registryOf } from '../model/access.ts';
import { ask, ComponentChart } from './component-chart.ts';

/**
 * What pods pull some images with: the Secrets of the private registries that they come from, which are then made in the
 * namespace. A chart takes it among its values.
 *
 * @returns nothing where every registry is open to all
 */
export function pullSecrets(scope: IConstruct, images: readonly string[]): { readonly name: string }[] {
  const { registries } = ComponentChart.of(scope).surroundings.platform.site;
  const asked = new Set(images.flatMap(image => registryOf(image, registries) ?? []));
  return [...asked].map(registry => {
    ask(scope, 'registry', registry);
    return { name: pullSecretName(registry) };
  });
}
