import { tagOf } from '../../model/pinned.ts';
import type { JsonMap } from '../../yaml/json.ts';
import { textAt } from '../../yaml/json-path.ts';
import type { UnitRule } from '../rule.ts';
import { serviceContainers, servicesOf } from '../services.ts';

export const metricsOfVersion: UnitRule = {
  id: 'metrics-of-version',
  why: 'Names of metrics change between versions, and an alert over a name that is gone never fires.',
  fix: "Read the metrics that alerts and panels use from the new version, and state it in the service's 'emits'.",

  checkUnit: ({ unit, world }) =>
    servicesOf(unit, world).flatMap(([service, { emits }]) => {
      const version = emits?.version;
      if (version === undefined) return [];
      const emitting = emits?.container ?? service;
      return serviceContainers(unit, service, world)
        .filter(({ spec }, _, all) => isNamed(spec, emitting) || !all.some(each => isNamed(each.spec, emitting)))
        .flatMap(({ spec }) => textAt(spec, 'image') ?? [])
        .filter(image => !isOf(version, image))
        .map(image => `service '${service}' runs '${image}', but its metrics are those of ${emits!.name} ${version}`);
    }),
};

/** Whether a container is the one that emits them, and none beside it, whose program has metrics of its own if any. */
function isNamed(container: JsonMap, name: string): boolean {
  return container.name === name;
}

/** A digest says nothing of a version, so it is taken at its word. */
function isOf(version: string, image: string): boolean {
  const tag = tagOf(image);
  return tag === undefined || new RegExp(`(^|[^0-9.])${version.replaceAll('.', '\\.')}(\\.|-|$)`).test(tag);
}
