import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { site } from '../../../overlays/site.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import { kubeconfig } from '../kubernetes/authority.ts';
import { execute } from '../processes/execute.ts';
import { tool } from '../toolbox/build.ts';

/**
 * Plays Google, as far as the documented commands need it: an entry of Secret Manager is a file, and whatever is said
 * about identities is accepted.
 */
const gcloud = `#!/bin/sh
case "$1 $2" in
  'secrets describe') test -e "$ENTRIES/$3" ;;
  'secrets create') : > "$ENTRIES/$3" ;;
  'secrets versions') test -e "$ENTRIES/$4" && cat > "$ENTRIES/$4" ;;
  'secrets add-iam-policy-binding') test -e "$ENTRIES/$3" ;;
  'iam workload-identity-pools') ;;
  *) echo "gcloud $*: is not played here" >&2; exit 1 ;;
esac
`;

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

  /** @param folder for what this person has */
  constructor(folder: string, { checkout, entries, home, others }: Place) {
    const bin = join(folder, 'bin');
    [bin, entries].forEach(path => mkdirSync(path, { recursive: true }));
    symlinkSync(tool(`kubernetes-${home.minor}`, 'kubectl'), join(bin, 'kubectl'));
    symlinkSync(tool('helm'), join(bin, 'helm'));
    writeFileSync(join(bin, 'gcloud'), gcloud, { mode: 0o755 });
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
