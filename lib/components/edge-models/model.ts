/** A model that is served. Its image must keep the contract stated in `model-server.ts`. */
export interface Model {
  readonly name: string;

  /** What runs wherever `overlays/images.json` pins nothing else: an exact tag or a digest. */
  readonly image: string;

  /** Node port in prod, where people and other clusters reach it. */
  readonly nodePort: number;
}
