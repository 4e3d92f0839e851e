/** A model that the edge serves. Its image must keep the contract stated in `model-server.ts`. */
export interface Model {
  readonly name: string;

  /** Node port in prod, where people and other clusters reach it. */
  readonly nodePort: number;
}

/** WHERE A NEW MODEL GOES: one row here, and its image in `overlays/images.json`. */
export const models = [
  { name: 'iris-classifier', nodePort: 30808 },
  { name: 'wine-quality', nodePort: 30809 },
  { name: 'fashion-mnist', nodePort: 30810 },
] as const satisfies readonly Model[];

/** Name of a model. */
export type ModelName = (typeof models)[number]['name'];
