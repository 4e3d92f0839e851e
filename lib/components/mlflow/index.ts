import type { Component } from '../../model/component.ts';
import { Mlflow } from './mlflow.ts';

/** Experiment tracking and the model registry. */
export const mlflow = { stateful: true, services: { mlflow: Mlflow } } satisfies Component;
