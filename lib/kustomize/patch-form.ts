import type { JsonPatchOperation } from './json-patch-operation.ts';
import type { JsonMap } from '../yaml/json.ts';

/** What turns one object into another, in one of the two forms that Kustomize has. */
export type Patch =
  | { readonly form: 'strategic'; readonly body: JsonMap }
  | { readonly form: 'json6902'; readonly operations: readonly JsonPatchOperation[] };
