import type { Model } from '../../../lib/components/edge-models/model.ts';

/** WHERE A NEW MODEL GOES: one row. */
export const models = [
  { name: 'iris-classifier', image: 'ghcr.io/example-org/iris-classifier:1.4.0', nodePort: 30808 },
  { name: 'wine-quality', image: 'ghcr.io/example-org/wine-quality:1.2.0', nodePort: 30809 },
  { name: 'fashion-mnist', image: 'ghcr.io/example-org/fashion-mnist:1.0.0', nodePort: 30810 },
] as const satisfies readonly Model[];
