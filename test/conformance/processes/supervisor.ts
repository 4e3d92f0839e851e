import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forget, remember, signal } from './own-children.ts';
import type { RunRecord } from './run-record.ts';

/** A program that runs until it is stopped. */
export interface Server {
  /** Unique among the servers of one supervisor; the log has it as its name. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];

  /** @default - the environment of this process */
  readonly env?: NodeJS.ProcessEnv;

  /** Path of the kubeconfig by which a person reaches it. @default - none */
  readonly kubeconfig?: string;
}

/** Starts servers and ends those, and only those, that it started. */
export class Supervisor {
  private readonly running = new Map<string, { readonly child: ChildProcess; readonly server: Server }>();
  private readonly stopped = new Map<string, Server>();

  private readonly logs: string;
  private readonly record: Pick<RunRecord, 'add'>;

  /** @param record what tells a later process which servers this one started */
  constructor(logs: string, record: Pick<RunRecord, 'add'>) {
    this.logs = logs;
    this.record = record;
    mkdirSync(logs, { recursive: true });
  }

  start(server: Server): void {
    const log = openSync(this.logOf(server.name), 'a');
    // Each leads a process group, so that what it starts ends with it; its output goes to a file, not through us.
    const child = spawn(server.program, [...server.args], {
      detached: true,
      env: server.env ?? process.env,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    child.once('error', error => writeFileSync(this.logOf(server.name), String(error), { flag: 'a' }));
    remember(child);
    this.running.set(server.name, { child, server });
    if (child.pid !== undefined) this.record.add(child.pid);
  }

  /** Ends one server and waits for it. It can be started again as it was by `resume`. */
  async stop(name: string): Promise<void> {
    const found = this.running.get(name);
    if (!found) return;

    this.running.delete(name);
    this.stopped.set(name, found.server);
    await end(found.child);
  }

  /** Starts a server again that was stopped. */
  resume(name: string): void {
    const server = this.stopped.get(name);
    if (!server) throw new Error(`${name}: was not stopped, must have been`);
    this.start(server);
  }

  /** Ends all of them at once: nothing that they hold is needed any more. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.running.keys()].map(name => this.stop(name)));
  }

  /** What ended though nobody stopped it, with the end of its log. */
  casualties(): string[] {
    return [...this.running]
      .filter(([, { child }]) => child.exitCode !== null || child.signalCode !== null)
      .map(([name]) => `${name} ended by itself:\n${this.tail(name)}`);
  }

  /** Lets all of them run on after the end of this process. Returns the servers. */
  leave(): Server[] {
    return [...this.running.values()].map(({ child, server }) => {
      forget(child);
      child.unref();
      return server;
    });
  }

  private logOf(name: string): string {
    return join(this.logs, `${name}.log`);
  }

  private tail(name: string): string {
    return readFileSync(this.logOf(name), 'utf8').split('\n').slice(-8).join('\n');
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;

  const gone = new Promise(resolve => child.once('exit', resolve));
  signal(child, 'SIGTERM');
  const impatient = setTimeout(() => signal(child, 'SIGKILL'), 8000);
  await gone;
  clearTimeout(impatient);
}
