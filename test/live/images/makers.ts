import { busybox } from './busybox.ts';
import { goPrograms } from './go-programs.ts';
import type { Maker } from './maker.ts';
import { mlflow } from './mlflow.ts';
import { model, pause, played, unknown } from './played.ts';
import { partsOf } from './reference.ts';

/** Who makes an image, by its name without the tag: a promoted tag has the same maker. */
export const makers: Readonly<Record<string, Maker>> = { ...goPrograms, ...played, ...pause, ...busybox, ...mlflow };

/** Tags that the case of a promotion needs, by the name of the image. */
export const promotedTags: Readonly<Record<string, NonNullable<Maker['promoted']>>> = Object.fromEntries(
  Object.entries(makers).flatMap(([name, { promoted }]) => (promoted === undefined ? [] : [[name, promoted]])),
);

/**
 * Who makes an image, whatever its tag: where nobody does, what stands in and says so.
 *
 * @param models names of the images of models
 */
export function makerOf(reference: string, models: readonly string[]): Maker {
  const { name } = partsOf(reference);
  if (models.includes(name)) return model;
  return Object.hasOwn(makers, name) ? makers[name]! : unknown;
}
