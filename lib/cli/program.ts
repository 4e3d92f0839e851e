import type { Images } from '../model/images.ts';
import type { Platform } from '../model/platform.ts';
import type { Delivery } from '../synth/delivery.ts';
import type { Unit } from '../model/unit.ts';

/** The parts that `main.ts` puts together, because `lib/` knows neither environments nor clusters. */
export interface Program {
  /** Folder of the repository; `dist/` and `overlays/images.json` lie in it. */
  readonly root: string;

  /** Everything people write, around the images, which lie in a file of their own. */
  input(images: Images): Platform;

  /** Every unit: what components deliver, what clusters have once, and what Argo CD is told. */
  units(platform: Platform, delivery: Delivery): readonly Unit[];
}
