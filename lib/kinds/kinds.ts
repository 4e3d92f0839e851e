import { groupOf, namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { oncePerObject } from '../model/once-per-object.ts';
import type { Kind } from './kind.ts';
import { containersIn } from './pods/containers.ts';
import type { Container } from './pods/containers.ts';
import { podReferences } from './pods/pod-references.ts';
import type { Pods } from './pods/pods.ts';
import { beside } from './reference.ts';
import type { Reference } from './reference.ts';
import type { Scaling } from './scaling.ts';

/** A table of kinds, and all that can be told of an object by its kind. */
export class Kinds {
  readonly all: readonly Kind[];

  private readonly byName: ReadonlyMap<string, Kind>;

  /** The pods that an object makes, each sort of them once. A dozen rules ask for them. */
  readonly podsOf: (manifest: Manifest) => readonly Pods[];

  /** Every container of the pods that an object makes, those that run first included, and as much as is known of each. */
  readonly containersOf: (manifest: Manifest) => readonly Container[];

  constructor(all: readonly Kind[]) {
    this.all = all;
    this.byName = new Map(all.map(kind => [kindName(kind), kind]));
    this.podsOf = oncePerObject(manifest => this.kindOf(manifest)?.pods?.of(manifest) ?? []);
    this.containersOf = oncePerObject(manifest => this.podsOf(manifest).flatMap(({ spec }) => containersIn(spec)));
  }

  /** The row of an object's kind, whatever its version; undefined where there is none. */
  kindOf(manifest: Manifest): Kind | undefined {
    return this.byName.get(`${groupOf(manifest)}/${manifest.kind}`);
  }

  /** Names of the kinds of which something is true, as `kindName` has them. */
  namesOf(isWanted: (kind: Kind) => boolean): readonly string[] {
    return this.all.filter(isWanted).map(kindName);
  }

  /** Whether an object belongs to a cluster as a whole, and so has no namespace. */
  isClusterScoped(manifest: Manifest): boolean {
    return this.kindOf(manifest)?.scope === 'cluster';
  }

  /** Every object that an object names: its namespace, what its kind says, and what its pods say. */
  referencesOf(manifest: Manifest): Reference[] {
    const namespace = namespaceOf(manifest);
    return [
      ...(namespace === undefined ? [] : [{ kind: '/Namespace', namespace: undefined, name: namespace }]),
      ...(this.kindOf(manifest)?.names?.(manifest) ?? []),
      ...this.podsOf(manifest).flatMap(({ spec }) =>
        podReferences(spec, (kind, name, key) => beside(manifest, kind, name, key)),
      ),
    ];
  }

  /** Whose pods an object numbers; undefined where it is no autoscaler. */
  scalingOf(manifest: Manifest): Scaling | undefined {
    return this.kindOf(manifest)?.scales?.(manifest);
  }
}

/** Group and kind as identities have them: `apps/Deployment`, `/Service`. */
export function kindName({ group, kind }: Pick<Kind, 'group' | 'kind'>): string {
  return `${group}/${kind}`;
}
