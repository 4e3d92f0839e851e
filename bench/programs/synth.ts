// Derivation, proof and write: `synth` without its checks.
import { writeOutput } from '../../lib/cli/dist.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import { deliver } from '../../lib/synth/delivery.ts';
import { syntheticPlatform } from '../synthetic-platform.ts';
import { outcomeOf } from './outcome.ts';

const [objects, folder] = process.argv.slice(2);
const platform = syntheticPlatform(Number(objects));

await outcomeOf(() => {
  const { bases, units } = deliver(checkedPlatform(() => platform, platform.images));
  const sources = [...bases, ...units];
  writeOutput(`${folder}/dist`, new Map(sources.flatMap(({ files }) => [...files])));
  return sources.reduce((sum, { manifests }) => sum + manifests.length, 0);
});
