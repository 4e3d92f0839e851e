import type { ApiObject } from 'cdk8s';
import { placeOf, serviceNameOf } from '../constructs/component-chart.ts';
import type { ComponentChart } from '../constructs/component-chart.ts';
import { nameLabel } from '../model/labels.ts';
import type { Manifest } from '../model/manifest.ts';
import { titleOf } from '../model/manifest.ts';
import { clashesWith, stamped } from '../model/metadata.ts';
import { mistake } from '../model/mistake.ts';
import { metadataOf } from '../model/service-settings.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { textAt } from '../yaml/json-path.ts';

/** An object of a service with what is added to all of them. Keys that it has already are mistakes of its chart. */
export function labelled(manifest: Manifest, object: ApiObject, chart: ComponentChart): Manifest {
  const service = serviceNameOf(object);
  const added = metadataOf(chart.surroundings, chart.component, service);
  for (const key of clashesWith(manifest, added)) {
    const must = `must be another key: ${titleOf(manifest)} has it already, with a value of its own`;
    chart.mistakes.push(mistake('conflict', placeOf(service, chart), `'metadata.${key}' ${must}`));
  }
  return stamped(manifest, added);
}

/** The same for what answers a service's asks beside its own objects; whose it is, its labels say. */
export function labelledAnswer(manifest: Manifest, component: string, surroundings: Surroundings): Manifest {
  return stamped(
    manifest,
    metadataOf(surroundings, component, textAt(manifest, 'metadata', 'labels', nameLabel) ?? ''),
  );
}
