import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = '/sys/fs/cgroup';

/** Whether the machine has one hierarchy for all controllers (cgroup v2). Else each has its own (v1). */
export const isUnified = existsSync(join(root, 'cgroup.controllers'));

/** Controllers that containers need, and the hierarchy in which kubelets and containerd name their groups. */
const wanted = ['cpu', 'cpuacct', 'cpuset', 'memory', 'devices', 'freezer', 'blkio', 'pids'];

/** Controllers of v1 that are mounted here. */
export const controllers: readonly string[] = isUnified ? [] : wanted.filter(name => existsSync(join(root, name)));

/** As many shares as eight tasks: a whole cluster must not wait behind a single compiler. */
const shares = { 'cpu.shares': '8192', 'cpu.weight': '800' };

/** Folders of a control group, one in each hierarchy. @param path below the root: `<run>` or `<run>/<node>` */
export function foldersOf(path: string): string[] {
  if (isUnified) return [join(root, path)];
  const systemd = existsSync(join(root, 'systemd')) ? ['systemd'] : [];
  return [...controllers, ...systemd].map(name => join(root, name, path));
}

/** Makes the control group of a run. */
export function makeRunGroup(run: string): void {
  foldersOf(run).forEach(make);
  for (const [file, value] of Object.entries(shares)) {
    for (const folder of foldersOf(run)) if (existsSync(join(folder, file))) writeFileSync(join(folder, file), value);
  }
}

/** Makes a control group below that of a run, and returns the folders by which a process enters it. */
export function makeGroup(run: string, name: string): string[] {
  const folders = foldersOf(`${run}/${name}`);
  folders.forEach(make);
  if (!isUnified) return folders;

  return folders.map(folder => {
    const programs = join(folder, 'programs');
    mkdirSync(programs, { recursive: true });
    return programs;
  });
}

/** Removes the groups of a run. Nothing may run in them any more. */
export function removeGroups(run: string): void {
  for (const folder of foldersOf(run)) if (existsSync(folder)) remove(folder);
}

/** Bytes of memory that the processes of a run have for themselves now; without what the kernel keeps of files. */
export function memoryOf(run: string): number {
  const file = join(isUnified ? root : join(root, 'memory'), run, 'memory.stat');
  const name = isUnified ? 'anon' : 'total_rss';
  return existsSync(file) ? Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0) : 0;
}

function make(folder: string): void {
  mkdirSync(folder, { recursive: true });
  // A group of cpuset takes nobody in before it has processors and memory.
  for (const file of ['cpuset.cpus', 'cpuset.mems']) {
    const above = join(folder, '..', file);
    if (!isUnified && existsSync(above)) writeFileSync(join(folder, file), readFileSync(above, 'utf8'));
  }
  if (isUnified) {
    for (const name of ['cpu', 'cpuset', 'memory', 'pids', 'io']) {
      writeFileSync(join(folder, '..', 'cgroup.subtree_control'), `+${name}`);
    }
  }
}

function remove(folder: string): void {
  const below = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
  for (const { name } of below) remove(join(folder, name));
  rmdirSync(folder);
}
