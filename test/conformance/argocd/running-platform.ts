import { join } from 'node:path';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import { until } from '../processes/until.ts';
import type { Supervisor } from '../processes/supervisor.ts';
import type { Site } from './bootstrap.ts';
import type { Replacements } from './copy.ts';
import type { Person } from './person.ts';
import type { Remote } from './remote.ts';

/** An Application as Argo CD reports it, in the words that the cases ask for. */
export interface State {
  readonly name: string;
  readonly cluster: string;
  readonly sync: string;
  readonly health: string;
  readonly revision: string;

  /** Whether its source is the repository; else a chart. */
  readonly fromGit: boolean;

  /** When its last operation ended; empty before the first. */
  readonly finished: string;
  readonly phase: string;

  /** What is wrong, in Argo CD's own words. */
  readonly complaint: string;
  readonly manifest: Manifest;
}

/** Path of all Applications. */
export const applicationsPath = '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications';

/** The running platform, as the cases see and change it. */
export class World {
  readonly remote: Remote;
  readonly supervisor: Supervisor;

  /** What stands for the addresses of `dist/`. */
  readonly replacements: Replacements;

  /** The cluster on which Argo CD runs. */
  readonly home: Running;

  /** All of them, by the names of the table of clusters. */
  readonly clusters: ReadonlyMap<string, Running>;

  /** Who did the bootstrap, still at the keyboard. */
  readonly person: Person;

  constructor({ remote, supervisor, replacements, home, others }: Site, person: Person) {
    this.remote = remote;
    this.supervisor = supervisor;
    this.replacements = replacements;
    this.home = home;
    this.clusters = new Map([home, ...others].map(cluster => [cluster.row.name, cluster]));
    this.person = person;
  }

  cluster(name: string): Running {
    const found = this.clusters.get(name);
    if (!found) throw new Error(`${name}: is no cluster, must be one of ${[...this.clusters.keys()].join(', ')}`);
    return found;
  }

  /** Path of a file of the checkout. */
  file(path: string): string {
    return join(this.remote.checkout, path);
  }

  async states(): Promise<State[]> {
    return (await this.home.api.list(applicationsPath)).map(stateOf);
  }

  async state(name: string): Promise<State | undefined> {
    return (await this.states()).find(state => state.name === name);
  }

  /** Makes Argo CD look at once, instead of in its own time. */
  async refresh(names: readonly string[], how: 'normal' | 'hard' = 'normal'): Promise<void> {
    const change = { metadata: { annotations: { 'argocd.argoproj.io/refresh': how } } };
    await Promise.all(names.map(name => this.home.api.patch(`${applicationsPath}/${name}`, change)));
  }

  async refreshAll(how: 'normal' | 'hard' = 'normal'): Promise<void> {
    await this.refresh(
      (await this.states()).map(({ name }) => name),
      how,
    );
  }

  /** Waits until every Application is as the last commit has it, those named aside. */
  async allWell(seconds = 240, aside: readonly string[] = []): Promise<void> {
    await until('every Application is Synced and Healthy at the last commit', {
      seconds,
      missing: async () => {
        const wanted = (await this.states()).filter(({ name }) => !aside.includes(name));
        const lacking = wanted.filter(state => !this.isWell(state));
        return lacking.length === 0 ? undefined : lacking.map(sentence).join('; ');
      },
    });
  }

  private isWell({ sync, health, revision, fromGit }: State): boolean {
    return sync === 'Synced' && health === 'Healthy' && (!fromGit || revision === this.remote.commit);
  }
}

function sentence({ name, sync, health, revision, complaint }: State): string {
  const reason = complaint === '' ? '' : ` (${complaint.slice(0, 300)})`;
  return `${name} is ${sync} and ${health} at ${revision.slice(0, 7)}${reason}`;
}

function stateOf(manifest: Manifest): State {
  const status = (manifest['status'] ?? {}) as unknown as Partial<Status>;
  const spec = manifest['spec'] as JsonMap;
  const labels = (manifest.metadata['labels'] ?? {}) as Readonly<Record<string, string>>;
  const conditions = (status.conditions ?? []).map(({ type, message }) => `${type}: ${message}`);
  const { phase = '', message = '', finishedAt = '' } = status.operationState ?? {};
  return {
    name: manifest.metadata.name,
    cluster: labels['plainsail.dev/cluster'] ?? '',
    sync: status.sync?.status ?? 'unseen',
    health: status.health?.status ?? 'unseen',
    revision: status.sync?.revision ?? '',
    fromGit: 'path' in (spec['source'] as JsonMap),
    finished: finishedAt,
    phase,
    complaint: [...conditions, ...(phase === 'Succeeded' ? [] : [message])].filter(text => text !== '').join(', '),
    manifest,
  };
}

interface Status {
  readonly sync: { readonly status: string; readonly revision?: string };
  readonly health: { readonly status: string };
  readonly conditions: readonly { readonly type: string; readonly message: string }[];
  readonly operationState: { readonly phase: string; readonly message?: string; readonly finishedAt?: string };
}
