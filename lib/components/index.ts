// What the program brings: one line a component. What a platform has is listed in overlays/components.ts.
export { callcenter } from './callcenter/index.ts';
export { collector } from './monitoring/collector.ts';
export { mlflow } from './mlflow/index.ts';
export { monitoring } from './monitoring/index.ts';
