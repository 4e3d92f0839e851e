import type { Rows } from '../../argocd/rows.ts';
import type { World } from '../../argocd/running-platform.ts';
import { demandNoOrphans } from '../../argocd/orphans.ts';
import { demandNone } from '../../report/ledger.ts';
import { demandGone, ends, present, takesDown, untilGone } from './way.ts';

/** An environment: what holds data waits for a person, all else goes by itself. */
export async function removesEnvironment(world: World, rows: Rows): Promise<string[]> {
  const before = await present(world);
  rows.edit('overlays/index.ts', '[dev, prod]', '[prod]');
  const refusal = await rows.refused();

  rows.edit('overlays/index.ts', '[prod]', '[dev, prod]');
  rows.leaving("{ environment: 'dev' }");
  await rows.push('an environment leaves');
  const guarded = ['dev-mlflow', 'dev-monitoring', 'dev-edge-monitoring', 'dev-gcp-foundation', 'dev-edge-foundation'];
  const dev = (await world.states()).map(({ name }) => name).filter(name => name.startsWith('dev-'));
  await untilGone(
    world,
    dev.filter(name => !guarded.includes(name)),
  );
  demandNone(
    [...before.keys()]
      .filter(place => /^\/api\/v1\/(persistentvolumeclaims|namespaces) /.test(place))
      .filter(place => !before.has(place)),
    'claims and namespaces gone before a person said so',
  );
  await takesDown(
    world,
    guarded.filter(name => dev.includes(name)),
  );
  await world.allWell();
  demandGone(before, await present(world), place => /-dev\b/.test(place));
  await demandNoOrphans(world);

  rows.edit('overlays/index.ts', '[dev, prod]', '[prod]');
  rows.leaving();
  return [refusal.split('\n')[0]!, await ends(world, rows, 'it is gone')];
}
