import { listAt, textAt } from '../../../lib/yaml/json-path.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import type { LivePod } from '../packets/live-pods.ts';
import { containersOf } from './containers.ts';

/**
 * Runs a program of a pod's first container in it: with its files, its names and its network.
 *
 * @returns what it printed
 * @throws Error where the container does not run
 */
export async function insideContainer(
  cluster: LiveCluster,
  { namespace, title, node: name }: LivePod,
  ...command: readonly string[]
): Promise<string> {
  const pod = await cluster.api.get(`/api/v1/namespaces/${namespace}/pods/${title.split('/').at(-1)}`);
  const first = textAt(listAt(pod, 'spec', 'containers')[0], 'name');
  const status = listAt(pod, 'status', 'containerStatuses').find(each => textAt(each, 'name') === first);
  const node = cluster.nodes.find(({ place }) => place.name === name)!;
  const pid = (await containersOf(node)).get((textAt(status, 'containerID') ?? '').replace('containerd://', ''));
  if (pid === undefined) throw new Error(`${title}: its container does not run, must do so`);
  const spaces = ['--mount', '--uts', '--ipc', '--net', '--pid', '--root', '--wd=/'];
  return node.run('nsenter', '--target', String(pid), ...spaces, '--', ...command);
}
