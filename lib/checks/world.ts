import type { Platform } from '../model/platform.ts';
import type { Delivery } from '../synth/delivery.ts';
import { identityOf } from '../synth/manifest.ts';
import type { Manifest } from '../synth/manifest.ts';
import type { Unit } from '../synth/unit.ts';
import { grouped } from './grouped.ts';
import type { Rule } from './rules/rule.ts';
import type { Schemas } from './schema/schemas.ts';

/** An object and the unit that delivers it. */
export interface Subject {
  readonly manifest: Manifest;
  readonly unit: Unit;
}

/** What the checks are told about the renderings. */
export interface Facts {
  readonly platform: Platform;
  readonly delivery: Delivery;
}

/** Everything that a rule may look at. Nothing in it is ever changed. */
export class World {
  readonly units: readonly Unit[];
  readonly facts: Facts;
  readonly rules: readonly Rule[];
  readonly schemas: Schemas;

  private readonly indexes = new Map<unknown, unknown>();
  private readonly byKind: ReadonlyMap<string, readonly Subject[]>;
  private readonly byIdentity: ReadonlyMap<string, readonly Subject[]>;

  constructor(units: readonly Unit[], facts: Facts, rules: readonly Rule[], schemas: Schemas) {
    this.units = units;
    this.facts = facts;
    this.rules = rules;
    this.schemas = schemas;
    const all = units.flatMap(unit => unit.manifests.map((manifest): Subject => ({ manifest, unit })));
    this.byKind = grouped(all, ({ manifest }) => manifest.kind);
    this.byIdentity = grouped(all, ({ manifest, unit }) => `${unit.cluster} ${identityOf(manifest)}`);
  }

  /** Every object of some kinds, on all clusters. @param kinds all of them where undefined */
  subjects(kinds: readonly string[] = [...this.byKind.keys()]): Subject[] {
    return kinds.flatMap(kind => this.byKind.get(kind) ?? []);
  }

  /** Everything that delivers one object to a cluster: one unit, or the object is not once. */
  deliveriesOf(cluster: string, identity: string): readonly Subject[] {
    return this.byIdentity.get(`${cluster} ${identity}`) ?? [];
  }

  /** Whether a cluster is delivered an object of the core group, or of the group given. */
  has(cluster: string, namespace: string | undefined, kind: string, name: string, group = ''): boolean {
    return this.byIdentity.has(`${cluster} ${group}/${kind}/${namespace ?? ''}/${name}`);
  }

  /** What a function makes of this world, computed once: rules share their indexes through it. */
  once<Index>(build: (world: World) => Index): Index {
    if (!this.indexes.has(build)) this.indexes.set(build, build(this));
    return this.indexes.get(build) as Index;
  }
}
