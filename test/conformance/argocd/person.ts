import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { site } from '../../../overlays/site.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import { kubeconfig } from '../kubernetes/authority.ts';
import { execute } from '../processes/execute.ts';
import { play } from './played.ts';
import { tool } from '../toolbox/build.ts';

/** Where somebody follows the documentation. */
export interface Place {
  readonly checkout: string;

  /** Folder of the entries of Secret Manager. */
  readonly entries: string;
  readonly home: Running;
  readonly others: readonly Running[];
}

/** Somebody who follows the documentation: with its tools at hand, a context for each cluster, and the checkout. */
export class Person {
  private readonly surroundings: { readonly cwd: string; readonly env: NodeJS.ProcessEnv };

  /** Where this person keeps things. */
  readonly home: string;

  /** @param folder for what this person has */
  constructor(folder: string, { checkout, entries, home, others }: Place) {
    this.home = folder;
    const bin = join(folder, 'bin');
    [bin, entries].forEach(path => mkdirSync(path, { recursive: true }));
    symlinkSync(tool(`kubernetes-${home.minor}`, 'kubectl'), join(bin, 'kubectl'));
    symlinkSync(tool('helm'), join(bin, 'helm'));
    play(bin, folder);
    writeFileSync(join(folder, 'kubeconfig'), contexts(home, others), { mode: 0o600 });
    this.surroundings = {
      cwd: checkout,
      env: {
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        HOME: folder,
        KUBECONFIG: join(folder, 'kubeconfig'),
        ENTRIES: entries,
        TAILNET: site.tailnet,
        PROJECT: site.gcpProject,
        NUMBER: '123456789012',
        SERVER: '10.138.0.2',
        TOKEN: 'a-token',
        NETWORK: 'default',
        NODES: '10.138.0.0/20',
      },
    };
  }

  /** Types some commands; each must succeed. */
  async types(commands: string): Promise<void> {
    await execute('bash', ['-euo', 'pipefail', '-c', commands], this.surroundings);
  }
}

/** The contexts of which the documentation speaks: the first cluster by its name, k3d's with a prefix. */
function contexts(home: Running, others: readonly Running[]): string {
  const named = [[home, home.row.name], ...others.map(other => [other, `k3d-${other.row.name}`])] as [
    Running,
    string,
  ][];
  const configs = named.map(
    ([{ api, authority }, name]) =>
      JSON.parse(kubeconfig(name, api.url, authority)) as Record<'clusters' | 'users' | 'contexts', readonly object[]>,
  );
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: configs.flatMap(config => config.clusters),
    users: configs.flatMap(config => config.users),
    contexts: configs.flatMap(config => config.contexts),
  });
}
