import { seriesOf } from '../../../model/metric.ts';
import type { Emitter } from '../../../model/metric.ts';
import type { JsonMap } from '../../../yaml/json.ts';

/** Keeps the metrics that an emitter names, of all that it emits. */
export function onlyNamed(emitter: Emitter): JsonMap {
  return { source_labels: ['__name__'], regex: seriesOf(emitter).join('|'), action: 'keep' };
}
