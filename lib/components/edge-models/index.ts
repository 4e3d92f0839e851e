import type { Component, ServiceClass } from '../../model/component.ts';
import { ModelServer } from './model-server.ts';
import type { ModelServerProps } from './model-server.ts';
import { models } from './models.ts';
import type { ModelName } from './models.ts';

/** Models that answer near their users. */
export const edgeModels = {
  namespace: 'ml-apps',
  services: Object.fromEntries(models.map(model => [model.name, ModelServer.of(model)])) as Record<
    ModelName,
    ServiceClass<ModelServerProps>
  >,
} satisfies Component;
