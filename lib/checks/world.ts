import { kindsOf } from '../kinds/index.ts';
import type { Kinds } from '../kinds/kinds.ts';
import type { Platform } from '../model/platform.ts';
import type { Delivery } from '../synth/delivery.ts';
import { identityOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Unit } from '../model/unit.ts';
import { append, grouped } from '../model/grouped.ts';
import { kindNamesOf } from './kind-names.ts';
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
  readonly schemas: Schemas;

  /** What is known of kinds, those that the platform has brought included. */
  readonly kinds: Kinds;

  private readonly indexes = new Map<unknown, unknown>();
  private readonly ofKinds = new Map<string, readonly Subject[]>();
  private readonly all: readonly Subject[];
  private readonly placesByKind: ReadonlyMap<string, readonly number[]>;
  private readonly byIdentity: ReadonlyMap<string, readonly Subject[]>;

  constructor(units: readonly Unit[], facts: Facts, schemas: Schemas) {
    this.units = units;
    this.facts = facts;
    this.schemas = schemas;
    this.kinds = kindsOf(facts.platform);
    this.all = units.flatMap(unit => unit.manifests.map((manifest): Subject => ({ manifest, unit })));
    this.placesByKind = placesByKind(this.all);
    this.byIdentity = grouped(this.all, ({ manifest, unit }) => `${unit.cluster} ${identityOf(manifest)}`);
  }

  /**
   * Every object of some kinds, on all clusters, in the order of the units.
   *
   * @param kinds names of kinds, of any group (`Service`) or of one (`apps/Deployment`); all of them where undefined
   */
  subjects(kinds?: readonly string[]): readonly Subject[] {
    if (!kinds) return this.all;
    const key = kinds.join();
    const known = this.ofKinds.get(key);
    if (known) return known;
    const places = new Set(kinds.flatMap(kind => this.placesByKind.get(kind) ?? []));
    const subjects = [...places].sort((a, b) => a - b).map(place => this.all[place]!);
    this.ofKinds.set(key, subjects);
    return subjects;
  }

  /** Everything that delivers one object to a cluster: one unit, or the object is not once. */
  deliveriesOf(cluster: string, identity: string): readonly Subject[] {
    return this.byIdentity.get(`${cluster} ${identity}`) ?? [];
  }

  /** What a function makes of this world, computed once: rules share their indexes through it. */
  once<Index>(build: (world: World) => Index): Index {
    if (!this.indexes.has(build)) this.indexes.set(build, build(this));
    return this.indexes.get(build) as Index;
  }
}

/** Where the objects of each kind lie, by the kind's name, with and without its group. */
function placesByKind(all: readonly Subject[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  all.forEach(({ manifest }, place) => {
    for (const name of kindNamesOf(manifest)) append(places, name, place);
  });
  return places;
}
