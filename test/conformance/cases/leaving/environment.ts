import type { Rows } from '../../argocd/rows.ts';
import type { State, World } from '../../argocd/running-platform.ts';
import { textsAt } from '../../../../lib/yaml/json-path.ts';
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
  const dev = (await world.states()).filter(({ name }) => name.startsWith('dev-'));
  const guarded = dev.filter(isGuarded).map(({ name }) => name);
  const others = dev.map(({ name }) => name).filter(name => !guarded.includes(name));
  await untilGone(world, others);
  const meanwhile = await present(world);
  demandNone(
    [...before.keys()]
      .filter(place => /^\/api\/v1\/(persistentvolumeclaims|namespaces) /.test(place))
      .filter(place => !meanwhile.has(place)),
    'claims and namespaces gone before a person said so',
  );
  await takesDown(world, guarded);
  await world.allWell();
  demandGone(before, await present(world), place => /-dev\b/.test(place));
  await demandNoOrphans(world);

  rows.edit('overlays/index.ts', '[dev, prod]', '[prod]');
  rows.leaving();
  return [refusal.split('\n')[0]!, await ends(world, rows, 'it is gone')];
}

/** Whether Argo CD leaves it where git no longer has it. */
function isGuarded({ manifest }: State): boolean {
  return (textsAt(manifest, 'metadata', 'annotations')['argocd.argoproj.io/sync-options'] ?? '').includes(
    'Prune=false',
  );
}
