// Pins images that were pushed: each for all services that run it, in one environment, by their digests.
//
//   node start.js images/promote.ts --environment dev ghcr.io/acme/sentiment:main-<commit>@sha256:<digest> ...
import { Command } from 'commander';
import { argoCd } from '../argocd/charts/argo-cd.ts';
import { clusters } from '../argocd/clusters.ts';
import { operators } from '../argocd/operators.ts';
import { kinds } from '../imports/kinds.ts';
import { DiskError, readJson, writeText } from '../lib/disk/index.ts';
import { checkedPlatform } from '../lib/model/check-input.ts';
import { InputError } from '../lib/model/input-error.ts';
import { definitionFiles } from '../lib/synthesis.ts';
import * as components from '../overlays/components.ts';
import { environments } from '../overlays/index.ts';
import { leaving } from '../overlays/leaving.ts';
import { site } from '../overlays/site.ts';
import { tenants } from '../overlays/tenants.ts';
import { pinnedWith } from './pins.ts';
import type { Pins } from './pins.ts';

const file = 'overlays/images.json';
const rows = { site, clusters, operators, argoCd, environments, tenants, components, leaving, kinds };

const program = new Command('node start.js images/promote.ts')
  .requiredOption('--environment <name>', 'whose services are to run them')
  .argument('<images...>')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse();
const { environment } = program.opts<{ readonly environment: string }>();

try {
  // What the disk has is judged, and so is what is to be written: the same mistakes as at any other time.
  const definitions = definitionFiles('.');
  const pinned = readJson(file);
  const platform = checkedPlatform(rows, pinned, definitions);
  const pins = pinnedWith(pinned as Pins, platform.components, { environment, references: program.args });
  checkedPlatform(rows, pins, definitions);
  writeText(file, `${JSON.stringify(pins, null, 2)}\n`);
} catch (error) {
  if (!(error instanceof InputError || error instanceof DiskError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
