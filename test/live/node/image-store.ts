import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../../conformance/processes/execute.ts';
import type { Supervisor } from '../../conformance/processes/supervisor.ts';
import { until } from '../../conformance/processes/until.ts';
import { tool } from '../../conformance/toolbox/build.ts';
import type { Archive } from '../images/index.ts';

/**
 * Unpacks images into a folder of containerd that no node uses: unpacked once, they take the time and the disk of one node.
 *
 * @param folder of the run
 * @returns the folder
 */
export async function unpackImages(
  archives: readonly Archive[],
  folder: string,
  supervisor: Supervisor,
): Promise<string> {
  const own = join(folder, 'image-store');
  const [root, socket] = [join(own, 'root'), join(own, 'socket')];
  mkdirSync(root, { recursive: true });
  writeFileSync(join(own, 'config.toml'), configuration(root, join(own, 'state'), socket));
  supervisor.start({ name: 'image-store', program: tool('containerd'), args: ['--config', join(own, 'config.toml')] });
  const ctr = (...args: string[]): Promise<string> =>
    execute(tool('containerd', 'ctr'), ['--namespace', 'k8s.io', '--address', socket, ...args]);
  await until('the store of images answers', { seconds: 30, missing: async () => void (await ctr('version')) });
  for (const { file } of archives) await ctr('images', 'import', file);
  await supervisor.stop('image-store');
  return root;
}

/** Gives a node what is unpacked: layers by links, since nobody changes them, and a copy of what is known of them. */
export async function shareImages(store: string, folder: string): Promise<void> {
  const script = [
    'mkdir -p "$2"',
    'cp --archive --link "$1/." "$2"',
    'find "$2" -name "*.db" -exec cp {} {}.own ";" -exec mv {}.own {} ";"',
  ].join(' && ');
  await execute('sh', ['-c', script, 'sh', store, join(folder, 'disk/var/lib/containerd')]);
}

function configuration(root: string, state: string, socket: string): string {
  return `version = 3
root = "${root}"
state = "${state}"
disabled_plugins = ["io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime", "io.containerd.grpc.v1.cri", "io.containerd.snapshotter.v1.blockfile", "io.containerd.snapshotter.v1.erofs", "io.containerd.nri.v1.nri", "io.containerd.tracing.processor.v1.otlp", "io.containerd.internal.v1.tracing"]
[grpc]
  address = "${socket}"
`;
}
