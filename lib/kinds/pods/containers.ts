import type { Json, JsonMap } from '../../yaml/json.ts';
import { listAt, mapAt, textAt } from '../../yaml/json-path.ts';

/** A container of a pod, and what messages call it. */
export interface Container {
  readonly title: string;

  /** Whether it ends before the others start. Sidecars are init containers that do not. */
  readonly ends: boolean;
  readonly spec: JsonMap;
}

/** Every container of a pod, those that run first included. */
export function containersIn(pod: JsonMap): Container[] {
  return [
    ...listAt(pod, 'containers').map(container => describe('container', container)),
    ...listAt(pod, 'initContainers').map(container => describe('init container', container)),
  ];
}

function describe(role: string, container: Json): Container {
  const spec = mapAt(container);
  const ends = role === 'init container' && spec.restartPolicy !== 'Always';
  return { title: `${role} '${textAt(spec, 'name') ?? ''}'`, ends, spec };
}
