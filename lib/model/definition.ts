import type { JsonMap } from '../yaml/json.ts';
import type { Manifest } from './manifest.ts';

/** A version in which API servers serve a kind, and what its objects may hold. */
export interface DefinedVersion {
  readonly name: string;

  /** As the definition has it: the schema of OpenAPI that API servers judge by. */
  readonly schema: JsonMap;

  /** How many rules in CEL it has, which only API servers judge. */
  readonly rules: number;
}

/** A kind of custom resources, as a definition file in `imports/` describes it. */
export interface Definition {
  /** `imports/spark.yaml` */
  readonly file: string;

  /** The definition itself, for those who deliver it. */
  readonly manifest: Manifest;
  readonly group: string;
  readonly kind: string;
  readonly scope: 'cluster' | 'namespaced';

  /** Those that are served, the one that is stored first. */
  readonly versions: readonly DefinedVersion[];
}
