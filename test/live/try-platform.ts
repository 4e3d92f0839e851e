import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliver } from '../conformance/argocd/deliver.ts';
import { tryCases } from '../conformance/cases/tiers.ts';
import { clusters } from '../conformance/platform/clusters.ts';
import type { Supervisor } from '../conformance/processes/supervisor.ts';
import type { Ledger } from '../conformance/report/ledger.ts';
import { objectsOf } from '../conformance/platform/objects.ts';
import { tiers } from './cases/index.ts';
import { startCertManager } from './cluster/cert-manager.ts';
import { allIssued } from './cluster/certificates.ts';
import { furnish } from './cluster/furnish.ts';
import { startLiveCluster } from './cluster/live-cluster.ts';
import type { LiveCluster } from './cluster/live-cluster.ts';
import { acmeHosts, acmeLines, playAcme } from './internet/acme.ts';
import { internetLine, playInternet } from './internet/played-internet.ts';
import { frontDoors } from './network/front-doors.ts';
import { layOut } from './network/lay-out.ts';
import { hostLines, placesOf } from './network/plan.ts';
import { unpackImages } from './node/image-store.ts';
import { scaledDown, thisMachine } from './node/machine.ts';
import type { Orders } from './orders.ts';
import { LivePlatform } from './live-platform.ts';

/** Brings up the clusters of the table, has Argo CD deliver the committed output to them, and tries all cases. */
export async function tryPlatform(orders: Orders, ledger: Ledger, supervisor: Supervisor): Promise<void> {
  const { folder, run, dist, images } = orders;
  const book = ledger.part('live');
  const places = placesOf(clusters);
  const delivered = await Promise.all(places.map(({ cluster }) => objectsOf(dist, cluster)));
  const authorities = acmeHosts(delivered.flat());
  const doors = places.flatMap((place, index) => frontDoors(place, delivered[index]!));
  const hosts = [...hostLines(places), internetLine, ...acmeLines(authorities), ...doors];
  writeFileSync(join(folder, 'hosts'), ['127.0.0.1 localhost', ...hosts, ''].join('\n'));

  const running: LiveCluster[] = [];
  const up = await book.tries('the nodes of every cluster are ready', async () => {
    await layOut(places);
    await playInternet(places[0]!, folder, supervisor);
    await playAcme(places[0]!, authorities, folder, supervisor);
    const store = await unpackImages(images, folder, supervisor);
    for (const place of places) running.push(await startLiveCluster(place, { supervisor, folder, run, images: store }));
    const nodes = running.flatMap(cluster =>
      cluster.nodes.map(({ place }) => `${cluster.name}: ${place.name} at ${place.address}`),
    );
    const machine = thisMachine();
    const less = clusters.flatMap(cluster =>
      cluster.nodes
        .flatMap(pool => scaledDown(pool, machine) ?? [])
        .map(words => `scaled down: ${cluster.name}: ${words}`),
    );
    return [...nodes, ...less, 'replicas and requests are as they are committed'];
  });
  if (!up) return;
  const furnished = await book.tries('DNS, storage and measurements work', async () => {
    await Promise.all(running.map(cluster => furnish(cluster, hosts)));
    return images.map(({ reference, stands, note }) => `${reference}: ${stands}, ${note}`);
  });
  if (!furnished) return;

  const { world, facts } = await deliver(running, {
    dist,
    folder: join(folder, 'platform'),
    supervisor,
    addresses: new Map(),
    real: ['autoscalers', 'secrets', 'ingresses', 'certificates'],
  });
  const platform = new LivePlatform(world, running, folder);
  const certified = await startCertManager(dist, running, supervisor);
  const arrived = await book.tries('Argo CD delivers: all Synced and Healthy at the pushed commit', async () => {
    await world.allWell(400);
    return [...facts, `${(await world.states()).length} Applications`];
  });
  if (!arrived) return;
  await book.tries('cert-manager has a certificate for every Ingress, each by a challenge over HTTP', () =>
    allIssued(certified),
  );
  if (orders.look) return;

  await tryCases(book, tiers, orders, platform, () => world.allWell(60));
}
