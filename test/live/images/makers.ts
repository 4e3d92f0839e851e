import { busybox } from './busybox.ts';
import { databases } from './databases.ts';
import { goPrograms } from './go-programs.ts';
import type { Maker } from './maker.ts';
import { mlflow } from './mlflow.ts';
import { ownPrograms } from './own-programs.ts';
import { model, pause, played, unknown } from './played.ts';
import { partsOf } from './reference.ts';

/** Who makes an image, by its name without the tag: a promoted tag has the same maker. */
export const makers: Readonly<Record<string, Maker>> = {
  ...goPrograms,
  ...ownPrograms,
  ...databases,
  ...played,
  ...pause,
  ...busybox,
  ...mlflow,
};

/**
 * Who makes an image, whatever its tag: where nobody does, what stands in and says so.
 *
 * @param models names of the images of models @default - none
 */
export function makerOf(reference: string, models: readonly string[] = []): Maker {
  const { name } = partsOf(reference);
  if (models.includes(name)) return model;
  return Object.hasOwn(makers, name) ? makers[name]! : unknown;
}
