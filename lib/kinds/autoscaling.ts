import { numberAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import { kubernetes } from './packages.ts';
import { scaleTarget } from './scaling.ts';

/** Kubernetes' own autoscaler. */
export const autoscalingKinds: readonly Kind[] = [
  {
    group: 'autoscaling',
    kind: 'HorizontalPodAutoscaler',
    versions: ['v2'],
    scope: 'namespaced',
    schema: kubernetes,
    scales: manifest =>
      scaleTarget(
        manifest,
        numberAt(manifest, 'spec', 'minReplicas') ?? 1,
        numberAt(manifest, 'spec', 'maxReplicas') ?? 1,
      ),
    health: 'built-in',
  },
];
