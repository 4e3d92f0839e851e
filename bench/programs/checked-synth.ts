// The whole command `synth`: with what clusters have once, what Argo CD is told, and every check.
import { synth } from '../../lib/cli/synth.ts';
import { writeText } from '../../lib/disk/single-file.ts';
import { syntheticRows } from '../synthetic-platform.ts';
import { outcomeOf } from './outcome.ts';

const [objects, root] = process.argv.slice(2);
writeText(`${root}/overlays/images.json`, '{}');

await outcomeOf(async () => {
  const exitCode = await synth(
    { root: root!, ...syntheticRows(Number(objects)) },
    { words: [], json: true, options: {} },
  );
  if (exitCode !== 0) throw new Error('bench: the synthetic platform must break no rule');
  return 3 * Number(objects);
});
