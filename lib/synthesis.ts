import { join, relative } from 'node:path';
import { findings } from './checks/findings.ts';
import type { Finding } from './checks/findings.ts';
import { readJson } from './disk/single-file.ts';
import { checkedPlatform } from './model/check-input.ts';
import { InputError } from './model/input-error.ts';
import type { Platform } from './model/platform.ts';
import { deliver } from './synth/delivery.ts';
import type { Base, Delivery } from './synth/delivery.ts';
import { titleOf } from './model/manifest.ts';
import { refusalsOf } from './kustomize/uncarried.ts';
import type { Unit } from './model/unit.ts';
import type { Program } from './cli/program.ts';

/** The whole tree, computed and judged, before anything is written. */
export interface Synthesis {
  readonly platform: Platform;
  readonly units: readonly Unit[];

  /** The folders of the base, which nothing is delivered from. */
  readonly bases: readonly Base[];
  readonly findings: readonly Finding[];

  /** Every file of `dist/`: text by path. */
  readonly files: ReadonlyMap<string, string>;

  /** Milliseconds it took. */
  readonly milliseconds: number;
}

/**
 * Runs the pipeline of the architecture: input, renderings, overlays, checks, files.
 *
 * @throws InputError with every mistake in what people wrote; DiskError where the images cannot be read
 */
export async function synthesize(program: Program): Promise<Synthesis> {
  const start = performance.now();
  const platform = checkedPlatform(program.input, readJson(relative('', join(program.root, 'overlays/images.json'))));
  const delivery = deliver(platform);
  const units = program.units(platform, delivery);
  refuse(delivery, units);
  return {
    platform,
    units,
    bases: delivery.bases,
    findings: await findings(units, { platform, delivery }),
    files: filesOf(delivery, units),
    milliseconds: Math.round(performance.now() - start),
  };
}

/** Values that no file or patch can carry are mistakes of the input, whichever unit they are in. */
function refuse(delivery: Delivery, units: readonly Unit[]): void {
  const seen = new Set<object>();
  const problems: string[] = [];
  for (const unit of [...delivery.bases, ...units]) {
    for (const manifest of unit.manifests) {
      if (seen.has(manifest)) continue;
      seen.add(manifest);
      problems.push(...refusalsOf(manifest).map(problem => `${unit.path}: ${titleOf(manifest)}: ${problem}`));
    }
  }
  if (problems.length > 0) throw new InputError(problems);
}

/** Two units that write one path would hide each other's file, so each path is written once. */
function filesOf(delivery: Delivery, units: readonly Unit[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const source of [...delivery.bases, ...units]) {
    for (const [path, text] of source.files) {
      if (files.has(path)) throw new Error(`Two outputs share the path '${path}'`);
      files.set(path, text);
    }
  }
  return files;
}
