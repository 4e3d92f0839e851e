import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../../conformance/processes/execute.ts';
import type { Supervisor } from '../../conformance/processes/supervisor.ts';
import { until } from '../../conformance/processes/until.ts';
import type { NodePlace } from '../network/plan.ts';
import { controllers, makeGroup } from '../world/control-groups.ts';
import { shownProcessors, thisMachine } from './machine.ts';

/** A program of a node. */
export interface NodeProgram {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A machine of a cluster: a set of namespaces in which its programs run. */
export class Node {
  readonly place: NodePlace;

  /** Folder of what it has on its disk. */
  readonly folder: string;

  private readonly supervisor: Supervisor;
  private readonly groups: readonly string[];
  private readonly programs: string[] = [];
  private process = 0;

  /** @param run name of the run's control group, @param folder of the run */
  constructor(place: NodePlace, run: string, folder: string, supervisor: Supervisor) {
    this.place = place;
    this.folder = join(folder, 'nodes', place.namespace);
    this.supervisor = supervisor;
    this.groups = makeGroup(run, place.namespace);
  }

  /** Switches the machine on. Its programs are started one by one. */
  async boot(): Promise<void> {
    const { namespace, name, pool } = this.place;
    const pidFile = join(this.folder, 'process');
    await execute('sh', ['-c', 'mkdir -p "$1" && rm -f "$1/ready" "$1/process"', 'sh', this.folder]);
    const script = [
      'for group in $1; do echo $$ > "$group/cgroup.procs"; done',
      'echo $$ > "$2"; shift 2',
      'exec nsenter --net="$1" unshare --mount --uts --ipc --pid --cgroup --fork --kill-child --propagation private bash "$2" "$3" "$4" "$5" $6',
    ].join('; ');
    this.supervisor.start({
      name: namespace,
      program: 'bash',
      args: [
        '-c',
        script,
        'node',
        this.groups.join(' '),
        pidFile,
        `/run/netns/${namespace}`,
        join(import.meta.dirname, 'node-init.sh'),
        name,
        this.folder,
        String(shownProcessors(pool, thisMachine())),
        controllers.join(' '),
      ],
    });
    await until(`${namespace} is switched on`, {
      seconds: 20,
      every: 50,
      missing: () => Promise.resolve(this.isReady() ? undefined : 'its first process is not ready'),
    });
    const outer = readFileSync(pidFile, 'utf8').trim();
    this.process = Number(readFileSync(`/proc/${outer}/task/${outer}/children`, 'utf8').trim());
  }

  /** Starts a program that runs until it is stopped. */
  start({ name, program, args, env = {} }: NodeProgram): void {
    const unique = `${this.place.namespace}-${name}`;
    this.programs.push(unique);
    this.supervisor.start({
      name: unique,
      program: 'bash',
      args: [join(import.meta.dirname, 'enter.sh'), ...this.groups, '--', String(this.process), program, ...args],
      env: { ...process.env, ...env },
    });
  }

  /** Runs a program to its end, and returns what it printed. */
  run(program: string, ...args: readonly string[]): Promise<string> {
    return execute('bash', [
      join(import.meta.dirname, 'enter.sh'),
      ...this.groups,
      '--',
      String(this.process),
      program,
      ...args,
    ]);
  }

  /** Pulls the plug: every process of the node ends at once. */
  async kill(): Promise<void> {
    process.kill(this.process, 'SIGKILL');
    for (const name of [...this.programs, this.place.namespace]) await this.supervisor.stop(name);
    this.programs.length = 0;
  }

  private isReady(): boolean {
    try {
      readFileSync(join(this.folder, 'ready'));
      return true;
    } catch {
      return false;
    }
  }
}
