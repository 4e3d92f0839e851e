import type { AnsweredEverywhere } from '../answers/index.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Platform } from '../model/platform.ts';
import type { Draft, Earlier } from '../model/unit.ts';
import { deliver } from '../synth/delivery.ts';
import type { Delivery } from '../synth/delivery.ts';
import type { Renderings } from '../synth/rendered.ts';
import { clusterUnits } from './index.ts';

/** What components and clusters deliver. */
export interface Drafts extends Earlier {
  readonly delivery: Delivery;
}

/**
 * What components and clusters deliver, once what they ask for is answered.
 *
 * @param platform whose clusters have something once
 * @param given the answers
 * @param leaving objects of a component that leave, while it stays @default - none do
 * @throws InputError for objects that two components want to be different
 */
export function draftsOf(
  platform: Platform,
  renderings: Renderings,
  given: AnsweredEverywhere,
  leaving?: (draft: Draft) => readonly Manifest[],
): Drafts {
  const delivery = deliver(renderings, (component, around) => given.get(around)!.get(component)?.component ?? []);
  const placed = delivery.environments.flatMap(each => each.placed);
  // One may only ask its cluster for objects.
  const ofComponents = placed.map(({ draft }) => draft).filter(({ manifests }) => manifests.length > 0);
  return {
    delivery,
    units: [...ofComponents, ...clusterUnits(platform, delivery, given, leaving)],
    releases: placed.flatMap(({ releases }) => releases),
  };
}
