// Derivation, proof and write: `synth` without its checks.
import { writeOutput } from '../../lib/cli/dist.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import { deliver } from '../../lib/synth/delivery.ts';
import { renderingsOf } from '../../lib/synth/renderings.ts';
import { syntheticRows } from '../synthetic-platform.ts';
import { outcomeOf } from './outcome.ts';

const [objects, folder] = process.argv.slice(2);
const rows = syntheticRows(Number(objects));

await outcomeOf(() => {
  const { bases, environments } = deliver(renderingsOf(checkedPlatform(rows, {})), () => []);
  const sources = [...bases, ...environments.flatMap(({ placed }) => placed.map(({ draft }) => draft))];
  writeOutput(`${folder}/dist`, new Map(sources.flatMap(source => [...source.write().files])));
  return sources.reduce((sum, { manifests }) => sum + manifests.length, 0);
});
