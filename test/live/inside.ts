// What runs inside a world of its own: `inside.ts <file>`, a JSON file of its `Orders`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supervisor } from '../conformance/processes/supervisor.ts';
import { clusters } from '../conformance/platform/clusters.ts';
import { startLiveCluster } from './cluster/live-cluster.ts';
import { layOut } from './network/lay-out.ts';
import { hostLines, placesOf } from './network/plan.ts';

const folder = process.argv[2]!;
void readFileSync;
const places = placesOf(clusters);
const supervisor = new Supervisor(join(folder, 'logs'), { add: () => undefined });
const t = Date.now();
writeFileSync(join(folder, 'hosts'), ['127.0.0.1 localhost', ...hostLines(places), ''].join('\n'));
await layOut(places);
console.error('laid out', Date.now() - t);
for (const place of places) {
  const live = await startLiveCluster(place, { supervisor, folder, run: 'live-try' });
  console.error('up', live.name, Date.now() - t);
}
supervisor.leave();
process.exit(0);
