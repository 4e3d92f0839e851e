import type { SettingsOf } from '../model/component.ts';
import { edgeModels } from './edge-models/index.ts';
import { mlflow } from './mlflow/index.ts';

/** WHERE A NEW COMPONENT GOES: one line here, its services in a folder of its name. */
export const components = {
  'edge-models': edgeModels,
  'mlflow': mlflow,
};

/** For each service of each component, where an environment departs from the base. */
export type Settings = SettingsOf<typeof components>;
