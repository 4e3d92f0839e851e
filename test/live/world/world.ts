import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { starter } from '../../conformance/places.ts';
import { forget, remember, signal } from '../../conformance/processes/own-children.ts';
import type { RunRecord } from '../../conformance/processes/run-record.ts';

/** A set of namespaces with a program in it that plays the whole system. */
export class World {
  private readonly child: ChildProcess;

  /** How its program ended. */
  readonly ended: Promise<number>;

  /**
   * @param tools tree of unpacked packages that its programs find in /usr
   * @param groups folders of its control group
   * @param file what the program is told
   */
  constructor(folder: string, tools: string, groups: readonly string[], file: string, record: RunRecord) {
    const namespaces = ['--mount', '--net', '--pid', '--ipc', '--uts', '--fork', '--kill-child', '--mount-proc'];
    const init = join(import.meta.dirname, 'world-init.sh');
    const program = join(import.meta.dirname, '..', 'inside.ts');
    this.child = spawn('unshare', [...namespaces, 'bash', init, process.execPath, starter, program, file], {
      detached: true,
      env: { ...process.env, LIVE_FOLDER: folder, LIVE_TOOLS: tools, LIVE_GROUPS: groups.join(' ') },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    remember(this.child);
    if (this.child.pid !== undefined) record.add(this.child.pid);
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('exit', code => resolve(code ?? 128));
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Asks its program to end, which ends all that it started. */
  interrupt(): void {
    signal(this.child, 'SIGTERM');
  }

  /** Lets it go on after the end of this process. */
  leave(): void {
    forget(this.child);
    this.child.unref();
  }
}
