import type { SettingsOf } from '../model/component.ts';
import { edgeModels } from './edge-models/index.ts';
import { edgeMonitoring } from './edge-monitoring/index.ts';
import { mlflow } from './mlflow/index.ts';
import { monitoring } from './monitoring/index.ts';

/** WHERE A NEW COMPONENT GOES: one line here, its services in a folder of its name. */
export const components = {
  'edge-models': edgeModels,
  'edge-monitoring': edgeMonitoring,
  'mlflow': mlflow,
  'monitoring': monitoring,
};

/** For each service of each component, where an environment departs from the base. */
export type Settings = SettingsOf<typeof components>;
