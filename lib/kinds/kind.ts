import type { Manifest } from '../model/manifest.ts';
import type { Made } from './made.ts';
import type { PodMaker } from './pods/pods.ts';
import type { Reference } from './reference.ts';
import type { Scaling } from './scaling.ts';
import type { DefinedSchema } from './schema/defined.ts';
import type { Schema } from './schema/schema.ts';

/**
 * What a kind of objects is: all that the program knows of it, said once. Constructs, quotas, checks and Argo CD's
 * settings read it here. Every reader must take objects that are wrong in any way, since rules judge those, too.
 */
export interface Kind {
  /** API group; empty for the core group. */
  readonly group: string;
  readonly kind: string;

  /** Versions of the group in which the clusters serve it. Objects of any other are refused. */
  readonly versions: readonly string[];

  /** Whether its objects lie in namespaces, or belong to a cluster as a whole. */
  readonly scope: 'cluster' | 'namespaced';

  /**
   * What its objects may hold: a package that has the schema, the schema itself, of the fields that are in use, or what
   * a definition file of the platform says.
   *
   * @default - nobody has said yet, so objects of it are refused; the row only says the rest
   */
  readonly schema?: Package | Schema | DefinedSchema;

  /** Paths of fields that must be there although the schema does not say so: API servers or operators ask for them. */
  readonly required?: readonly (readonly string[])[];

  /**
   * Fields that the clusters know and the package does not, by path, where `*` is every item of a list. They are judged
   * by these schemas, and the package's schema judges the rest.
   */
  readonly unmodelled?: Readonly<Record<string, Schema>>;

  /**
   * The pods that its objects make. They count for quotas, policies select them, and rules look at them; for what an
   * operator makes of a custom resource this is the only place that knows. @default - it makes none
   */
  readonly pods?: PodMaker;

  /** Whose number of pods it decides, and how many it may ask for. @default - it is no autoscaler */
  scales?(manifest: Manifest): Scaling;

  /**
   * The objects that it names, each of which must be delivered too: a name that nothing answers to is a finding. Its
   * namespace, and what its pods name, are known without it. @default - it names none
   */
  names?(manifest: Manifest): readonly Reference[];

  /** Service objects that an operator makes of it, by whose names others call its pods. @default - none */
  services?(manifest: Manifest): readonly Manifest[];

  /** Objects with entries that it is or that an operator makes of it, for those who name them. @default - none */
  makes?(manifest: Manifest): readonly Made[];

  /**
   * Whether data goes when the object goes, so that Argo CD must not delete it by itself. Of a StatefulSet it is the
   * claims that hold them, and these stay. @default - none
   */
  readonly holdsData?: 'in-object' | 'in-claims';

  /**
   * How Argo CD knows that an object is well, which the next wave waits for: it has a check of its own, takes a script
   * of ours, or has none and calls an object well as soon as it exists.
   */
  readonly health: 'built-in' | 'none' | HealthScript;
}

/** A package of models, one module for each kind. */
export interface Package {
  readonly package: string;
}

/** A script for Argo CD: it reads `obj` and returns a table with `status` and `message`. */
export interface HealthScript {
  readonly lua: string;
}
