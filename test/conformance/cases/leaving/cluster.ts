import { applicationsPath } from '../../argocd/running-platform.ts';
import type { World } from '../../argocd/running-platform.ts';
import type { Rows } from '../../argocd/rows.ts';
import { demandNoOrphans } from '../../argocd/orphans.ts';
import { demandNone } from '../../report/ledger.ts';
import { documentedCommands } from '../../argocd/documentation.ts';
import { demandGone, present, takesDown } from './way.ts';

const edge = /^ {2}\{\n {4}\/\/ k3d on a workstation.*?^ {2}\},\n/ms;

/** A cluster: what is placed there moves away, what it has once is taken down, and then its row goes. */
export async function removesCluster(world: World, rows: Rows): Promise<string[]> {
  const before = await present(world);
  rows.edit('overlays/prod.ts', "'edge-models': 'edge'", "'edge-models': 'gcp'");
  const refusal = await rows.refused();

  rows.leaving("{ cluster: 'edge' }", "{ component: 'edge-models', in: 'prod', from: 'edge' }");
  await rows.push('a cluster leaves');
  await takesDown(world, ['prod-edge-monitoring', 'prod-edge-foundation']);
  await world.allWell();
  const [gcp, gone] = [world.home, world.cluster('edge')];
  await demandNoOrphans(world, [gcp, gone]);

  const commands = documentedCommands('## Later');
  const definition = commands.find(each => each.startsWith('take_down()'))!;
  const loop = commands.find(each => each.includes('delete application root-'))!;
  await world.person.types(`${definition}\n${loop.replaceAll('lab', 'edge')}`);
  const left = (await world.states()).filter(({ cluster }) => cluster === 'edge').map(({ name }) => name);
  demandNone(left, 'Applications of the cluster');
  demandGone(before, await present(world), place => / on edge$/.test(place) && /-prod\b/.test(place));

  rows.edit('argocd/clusters.ts', edge, '');
  rows.leaving();
  await rows.push('it is gone');
  await world.allWell();
  await demandNoOrphans(world);
  const { status } = await gcp.api.send('GET', `${applicationsPath}/root-edge`);
  if (status !== 404) throw new Error(`root-edge: ${status}, must be gone`);
  return [refusal.split('\n')[0]!, 'after the second commit all is Synced and Healthy, and no object is left behind'];
}
