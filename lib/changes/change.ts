import { rowsOf } from '../model/leaving.ts';
import { identityOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Platform } from '../model/platform.ts';
import type { Earlier, Unit } from '../model/unit.ts';
import { DeliveredTree } from './delivered-tree.ts';
import type { Tree } from './delivered-tree.ts';
import { deliveredBy, kindText } from './delivered.ts';
import type { Delivered } from './delivered.ts';

/** What is delivered from now on. */
export interface After {
  readonly platform: Platform;
  readonly units: readonly Unit[];

  /** What was delivered together with what leaves. */
  readonly earlier: Earlier;
  readonly files: Tree;
}

/** An Application that stays where it is, with what it delivered and what it delivers. */
export interface Pair {
  readonly application: Delivered;
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];

  /** Objects that leave, as a row says. */
  readonly leaving: ReadonlySet<string>;
}

/** From what was delivered to what is delivered from now on. */
export class Change {
  readonly after: After;
  readonly before: DeliveredTree;

  /** What was delivered, by Application. */
  readonly applications: readonly Delivered[];

  private readonly delivered: ReadonlySet<string>;

  constructor(before: Tree, after: After) {
    this.after = after;
    this.before = new DeliveredTree(before);
    this.applications = this.before.applications.map(deliveredBy);
    this.delivered = new Set(
      after.units.flatMap(({ cluster, manifests }) => manifests.map(each => `${cluster} ${identityOf(each)}`)),
    );
  }

  /** The Applications that are gone, from everywhere or from the cluster that they delivered to. */
  get gone(): Delivered[] {
    const present = new Set(this.present.map(placeOf));
    return this.applications.filter(each => !present.has(placeOf(each)));
  }

  /** The others, where anything of what they deliver changes. */
  get staying(): Pair[] {
    const present = new Map(this.present.map(each => [placeOf(each), each]));
    return this.applications.flatMap(application => {
      const now = present.get(placeOf(application));
      if (now?.path === undefined || application.path === undefined) return [];
      if (now.path === application.path && this.before.isSame(application.sources, this.after.files)) return [];
      const earlier = this.after.earlier.units.find(({ path }) => path === application.path)?.manifests ?? [];
      return [
        {
          application,
          before: this.before.objectsOf(application.path),
          after: this.after.units.find(({ path }) => path === now.path)?.manifests ?? [],
          leaving: new Set(earlier.map(identityOf)),
        },
      ];
    });
  }

  /** Whether an object is delivered to a cluster, whichever Application has it now. */
  isDelivered(object: Manifest, cluster: string): boolean {
    return this.delivered.has(`${cluster} ${identityOf(object)}`);
  }

  /** The projects from now on, by name. */
  get projects(): Map<string, Manifest> {
    const all = this.after.units.find(({ path }) => path === 'argocd/projects')?.manifests ?? [];
    return new Map(all.map(project => [project.metadata.name, project]));
  }

  /** Whether a row says that objects of a kind leave a project. */
  isSaidToLeave(manifest: Manifest, project: string): boolean {
    const rows = this.after.platform.leaving?.rows ?? [];
    return (
      rowsOf(rows, 'kind').some(row => row.project === project && row.kind === kindText(manifest))
      || rowsOf(rows, 'clusterKind').some(row => row.project === project && row.clusterKind === kindText(manifest))
    );
  }

  private get present(): Delivered[] {
    return this.after.units
      .filter(({ path }) => path.startsWith('argocd/roots/'))
      .flatMap(({ manifests }) => manifests.map(deliveredBy));
  }
}

/** An Application of the same name on another cluster is another one. */
export function placeOf({ name, destination }: Pick<Delivered, 'name' | 'destination'>): string {
  return `${name} on ${destination}`;
}
