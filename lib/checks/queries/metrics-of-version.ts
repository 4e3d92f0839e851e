import type { Manifest } from '../../model/manifest.ts';
import { containersOf } from '../pods.ts';
import { textAt } from '../../yaml/json-path.ts';
import type { UnitRule } from '../rule.ts';

export const metricsOfVersion: UnitRule = {
  id: 'metrics-of-version',
  why: 'Names of metrics change between versions, and an alert over a name that is gone never fires.',
  fix: "Read the metrics that alerts and panels use from the new version, and state it in the service's 'emits'.",

  checkUnit: ({ unit, world }) => {
    if (unit.owner !== 'component') return [];
    const services = Object.entries(world.facts.platform.components[unit.component]?.services ?? {});
    return services.flatMap(([service, { emits }]) => {
      if (emits?.version === undefined) return [];
      return imagesOf(service, unit.manifests)
        .filter(image => !isOf(emits.version!, image))
        .map(
          image => `service '${service}' runs '${image}', but its metrics are those of ${emits.name} ${emits.version}`,
        );
    });
  },
};

function imagesOf(service: string, manifests: readonly Manifest[]): string[] {
  return manifests
    .filter(({ metadata }) => metadata.name === service)
    .flatMap(manifest => containersOf(manifest))
    .flatMap(({ spec }) => textAt(spec, 'image') ?? []);
}

/** A digest says nothing of a version, so it is taken at its word. */
function isOf(version: string, image: string): boolean {
  const tag = /:([^:/@]+)$/.exec(image)?.[1];
  return tag === undefined || new RegExp(`(^|[^0-9.])${version.replaceAll('.', '\\.')}(\\.|-|$)`).test(tag);
}
