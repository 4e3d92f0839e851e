import { join, relative } from 'node:path';
import { answeredIn, answers } from './answers/index.ts';
import type { AnyAnswer } from './answers/index.ts';
import { argocdUnits } from './argocd/argocd-units.ts';
import { earlierOf, leavingFrom } from './changes/earlier.ts';
import { findings } from './checks/findings.ts';
import type { Finding } from './checks/findings.ts';
import { draftsOf } from './clusters/drafts.ts';
import { readJson, readTexts, readTree } from './disk/index.ts';
import { kindsOf } from './kinds/index.ts';
import { checkedPlatform } from './model/check-input.ts';
import { InputError } from './model/input-error.ts';
import { standing } from './model/platform.ts';
import type { Platform, Rows } from './model/platform.ts';
import type { StageTimes, TurnTo } from './model/stages.ts';
import type { Draft, Earlier, Unit } from './model/unit.ts';
import type { Base, Delivery } from './synth/delivery.ts';
import { mistakesIn } from './synth/mistakes.ts';
import { renderingsOf } from './synth/renderings.ts';
import { Stopwatch } from './synth/stopwatch.ts';

/** The whole tree, computed and judged, before anything is written. */
export interface Synthesis {
  readonly platform: Platform;

  /** What components deliver, with the flows of each environment. */
  readonly delivery: Delivery;
  readonly units: readonly Unit[];

  /** What components and clusters delivered together with what leaves; nothing where nothing does. */
  readonly earlier: Earlier;
  readonly findings: readonly Finding[];

  /** Every file of `dist/`: text by path. */
  readonly files: ReadonlyMap<string, string>;

  /** What its time went into; nothing is written yet. */
  readonly stages: StageTimes;
}

/** What the program is run with. */
export interface Program extends Rows {
  /** Folder of the repository; `dist/` and `overlays/images.json` lie in it. */
  readonly root: string;
}

/**
 * The pipeline: input, platform, units, findings, files.
 *
 * @throws InputError with every mistake in what people wrote; DiskError where the images cannot be read
 */
export async function synthesize({ root, ...rows }: Program): Promise<Synthesis> {
  const stopwatch = new Stopwatch();
  const { turnTo } = stopwatch;
  turnTo('input');
  const images = readJson(relative('', join(root, 'overlays/images.json')));
  const platform = checkedPlatform(rows, images, definitionFiles(root), folder =>
    readTree(relative('', join(root, folder))),
  );
  kindsOf(platform); // told before anything is rendered
  const { delivery, units, earlier } = unitsOf(platform, { turnTo });
  const files = filesOf(delivery.bases, units);
  turnTo('check');
  return {
    platform,
    delivery,
    units,
    earlier,
    findings: await findings(units, { platform: standing(platform), delivery }),
    files,
    stages: stopwatch.times(),
  };
}

/** Definition files that somebody has laid into `imports/`: text by path. */
export function definitionFiles(root: string): Map<string, string> {
  const texts = readTexts(relative('', join(root, 'imports')), ['.yaml', '.yml']);
  return new Map([...texts].map(([name, text]) => [`imports/${name}`, text]));
}

/** What components deliver, and every unit. */
export type Delivered = Pick<Synthesis, 'delivery' | 'units' | 'earlier'>;

/** How a synthesis goes on. */
export interface Course {
  /** What becomes of each kind of ask. @default - the program's own answers */
  readonly table?: readonly AnyAnswer[];

  /** Is told of each stage. @default - nobody is */
  readonly turnTo?: TurnTo;
}

/**
 * Everything that a platform delivers: its components rendered, what they ask for answered, what clusters have once,
 * what Argo CD is told; and then, once nothing is wrong with any of it, overlays derived and proved.
 *
 * @throws InputError with every mistake at once
 */
export function unitsOf(platform: Platform, { table = answers, turnTo = () => undefined }: Course = {}): Delivered {
  turnTo('render');
  const renderings = renderingsOf(platform);
  turnTo('answer');
  const given = answeredIn(renderings.environments, table);
  turnTo('derive');
  const earlier = platform.leaving ? earlierOf(platform.leaving, renderings, table) : { units: [], releases: [] };
  const all = standing(platform);
  const { delivery, units, releases } = draftsOf(all, renderings, given, draft => leavingFrom(draft, earlier.units));
  const drafts = [...units, ...argocdUnits(all, units, releases, earlier)];
  const mistakes = mistakesIn(delivery, drafts);
  if (mistakes.length > 0) throw new InputError(mistakes);
  return { delivery, units: drafts.map(draft => written(draft, turnTo)), earlier };
}

function written({ write, ...unit }: Draft, turnTo: TurnTo): Unit {
  return { ...unit, ...write(turnTo) };
}

/** Two units that write one path would hide each other's file, so each path is written once. */
function filesOf(bases: readonly Base[], units: readonly Unit[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const source of [...bases.map(base => base.write()), ...units]) {
    for (const [path, text] of source.files) {
      if (files.has(path)) throw new Error(`Two outputs share the path '${path}'`);
      files.set(path, text);
    }
  }
  return files;
}
