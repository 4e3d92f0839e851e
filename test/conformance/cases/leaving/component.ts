import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../places.ts';
import type { Rows } from '../../argocd/rows.ts';
import type { World } from '../../argocd/running-platform.ts';
import { demandNoOrphans } from '../../argocd/orphans.ts';
import { approves, demandGone, ends, present, untilGone, untilOn } from './way.ts';

/** The component of the README. */
function echo(name: string): string {
  const readme = readFileSync(join(repository, 'README.md'), 'utf8');
  const [, text] = /^```ts\n\/\/ lib\/components\/echo\/index\.ts\n(.*?)^```$/ms.exec(readme)!;
  return name === 'echo' ? text! : text!.replaceAll('echo', name).replaceAll('Echo', 'Reverb');
}

const place = '// WHERE A NEW COMPONENT GOES';
const line = (name: string): string => `export { ${name} } from '../lib/components/${name}/index.ts';\n`;

/** A component under another name: the new one comes while the old one leaves. */
export async function renamesComponent(world: World, rows: Rows): Promise<string[]> {
  rows.write('lib/components/echo/index.ts', echo('echo'));
  rows.edit('overlays/components.ts', place, `${line('echo')}${place}`);
  await rows.push('a component comes');
  await world.allWell();
  const before = await present(world);

  rows.write('lib/components/reverb/index.ts', echo('reverb'));
  rows.edit('overlays/components.ts', line('echo'), line('reverb'));
  const refusal = await rows.refused();

  rows.edit('overlays/components.ts', line('reverb'), line('echo') + line('reverb'));
  rows.leaving("{ component: 'echo' }");
  await rows.push('a component leaves, and its successor comes');
  await untilGone(world, ['dev-echo', 'prod-echo']);
  for (const environment of ['dev', 'prod']) await approves(world, `${environment}-gcp-foundation`);
  await world.allWell();
  demandGone(before, await present(world), each => /(^| )\/?echo-(dev|prod)\b|echo-(dev|prod)\//.test(each));
  await demandNoOrphans(world);

  rows.edit('overlays/components.ts', line('echo'), '');
  rows.leaving();
  return [refusal.split('\n')[0]!, await ends(world, rows, 'it is gone')];
}

/** A component that goes to another cluster, and one that is placed nowhere any more. */
export async function movesComponents(world: World, rows: Rows): Promise<string[]> {
  const before = await present(world);
  rows.edit('overlays/dev.ts', "    'edge-models': 'edge',\n", "    'edge-models': 'gcp',\n    'reverb': 'none',\n");
  const refusal = await rows.refused();

  rows.leaving(
    "{ component: 'edge-models', in: 'dev', from: 'edge' }",
    "{ component: 'reverb', in: 'dev', from: 'gcp' }",
  );
  await rows.push('two components leave their clusters');
  await untilGone(world, ['dev-reverb']);
  await untilOn(world, 'dev-edge-models', 'gcp');
  for (const cluster of ['gcp', 'edge']) await approves(world, `dev-${cluster}-foundation`);
  await world.allWell();
  demandGone(before, await present(world), each => /ml-apps-dev\b.* on edge$|reverb-dev\b/.test(each));
  await demandNoOrphans(world);

  rows.leaving();
  return [...refusal.trim().split('\n').slice(0, 2), await ends(world, rows, 'they are gone')];
}
