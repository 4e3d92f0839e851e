import type { Asked, AskKind } from '../model/ask.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Surroundings } from '../model/surroundings.ts';

/**
 * Where the objects of an answer are delivered: with the component that they concern, with the ground that it stands on
 * or with its secrets, which the component itself may not change, or with what its cluster has once.
 */
export type Recipient = 'component' | 'foundation' | 'secrets' | 'cluster';

/** What becomes of all asks of one kind. */
export interface Answer<Kind extends AskKind = AskKind> {
  readonly to: Kind;
  readonly recipient: Recipient;

  /** The components that an ask concerns. @default - the one that asks */
  concerns?(asked: Asked<Kind>, surroundings: Surroundings): readonly string[];

  /**
   * The objects for one component.
   *
   * @param component one that the asks concern
   * @param asked what concerns it, in the order in which it was asked
   * @throws InputError for what cannot be answered there
   */
  objects(component: string, asked: readonly Asked<Kind>[], surroundings: Surroundings): Manifest[];
}
