// The whole command `synth`: with what clusters have once, what Argo CD is told, and every check.
import { argocdUnits } from '../../lib/argocd/argocd-units.ts';
import { synth } from '../../lib/cli/synth.ts';
import { clusterUnits } from '../../lib/clusters/index.ts';
import { writeText } from '../../lib/disk/single-file.ts';
import type { Delivery } from '../../lib/synth/delivery.ts';
import { syntheticPlatform } from '../synthetic-platform.ts';
import { outcomeOf } from './outcome.ts';

const [objects, root] = process.argv.slice(2);
const platform = syntheticPlatform(Number(objects));
writeText(`${root}/overlays/images.json`, JSON.stringify(platform.images));

await outcomeOf(async () => {
  let rendered = 0;
  const exitCode = await synth(
    {
      root: root!,
      input: images => ({ ...platform, images }),
      units: (checked, delivery) => {
        const delivered = [...delivery.units, ...clusterUnits(checked, delivery)];
        const units = [...delivered, ...argocdUnits(checked, delivered)];
        rendered = objectsOf(delivery.bases) + objectsOf(units);
        return units;
      },
    },
    { words: [], json: true },
  );
  if (exitCode !== 0) throw new Error('bench: the synthetic platform must break no rule');
  return rendered;
});

function objectsOf(sources: readonly Pick<Delivery['units'][number], 'manifests'>[]): number {
  return sources.reduce((sum, { manifests }) => sum + manifests.length, 0);
}
