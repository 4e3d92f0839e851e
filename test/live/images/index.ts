import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { models } from '../../../overlays/models.ts';
import { locked } from '../../conformance/toolbox/lock.ts';
import { progress } from '../../conformance/report/progress.ts';
import { buildTools } from '../../conformance/toolbox/build.ts';
import { writeArchive } from './docker-archive.ts';
import type { Image } from './image.ts';
import type { ImageSurroundings } from './maker.ts';
import { makerOf } from './makers.ts';
import { partsOf } from './reference.ts';

/** An image in a file. */
export interface Archive {
  readonly reference: string;

  /** Path of a docker archive that has the image under this reference. */
  readonly file: string;

  /** Whether the real program runs in it. */
  readonly stands: 'real' | 'stand-in';

  /** What a report says of it. */
  readonly note: string;
}

const namesOfModels = models.map(({ image }) => partsOf(image).name);

/**
 * Archives of images, made where they are not there yet. What nobody makes here has a stand-in that says so.
 *
 * @param folder where they are kept; several runs may share it
 * @throws ToolMissing where what an image is made of cannot be had
 */
export async function imageArchives(
  references: readonly string[],
  folder: string,
  surroundings: ImageSurroundings = { authorities: '' },
): Promise<readonly Archive[]> {
  const wanted = [...new Set(references)].map(reference => ({ reference, maker: makerOf(reference, namesOfModels) }));
  await buildTools(wanted.flatMap(({ maker }) => maker.families ?? []));
  for (const { reference, maker } of wanted) await maker.installs?.(partsOf(reference));

  mkdirSync(folder, { recursive: true });
  const archives: Archive[] = [];
  for (const { reference, maker } of wanted) {
    const parts = partsOf(reference);
    const image = await maker.image(parts, surroundings);
    const file = join(folder, `${fileName(reference, image)}.tar`);
    await made(reference, image, file);
    archives.push({ reference, file, stands: maker.stands, note: await maker.note(parts) });
  }
  return archives;
}

/** The recipe's number is raised when the form of archives changes. */
function fileName(reference: string, { layers, start }: Image): string {
  const parts = layers.map(({ key, owned, without }) => ({ key, owned, without }));
  const key = createHash('sha256')
    .update(JSON.stringify([2, reference, start, parts]))
    .digest('hex');
  return `${reference.replaceAll(/[/:]/g, '_')}-${key.slice(0, 16)}`;
}

async function made(reference: string, image: Image, file: string): Promise<void> {
  if (existsSync(file)) return;
  const waiting = (owner: number): void => progress(`waiting for image ${reference}, which process ${owner} makes`);
  await locked(`${file}.lock`, waiting, async () => {
    if (existsSync(file)) return;
    const started = Date.now();
    await writeArchive(reference, image, file);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    progress(`made image ${reference} in ${seconds} s, ${Math.ceil(statSync(file).size / 1e6)} MB`);
    removeOld(file);
  });
}

/** An image of an earlier recipe may still be another checkout's: the last ones stay. */
function removeOld(file: string): void {
  const kept = 3;
  const end = /-[0-9a-f]{16}\.tar$/;
  const isOfSameReference = (other: string): boolean =>
    end.test(other) && other.replace(end, '') === file.replace(end, '');
  const siblings = readdirSync(dirname(file))
    .map(name => join(dirname(file), name))
    .filter(isOfSameReference)
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const old of siblings.slice(kept)) rmSync(old, { force: true });
}
