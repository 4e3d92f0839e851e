import type { JsonMap } from '../../yaml/json.ts';

/** What objects of a kind may hold as a definition file says it: a schema of OpenAPI for each version. */
export interface DefinedSchema {
  /** Schemas by the names of the versions. */
  readonly openApi: Readonly<Record<string, JsonMap>>;

  /** Where it stands: `imports/spark.yaml`. */
  readonly file: string;
}
