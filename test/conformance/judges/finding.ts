import { namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';

/** One thing that a judge has to say. */
export interface JudgeFinding {
  readonly judge: string;

  /** Name of its check. */
  readonly check: string;

  /** `Deployment/mlflow-dev/mlflow`. */
  readonly object: string;
  readonly text: string;
}

/** How findings and exceptions name an object. */
export function objectName(manifest: Manifest): string {
  return [manifest.kind, namespaceOf(manifest) ?? '', manifest.metadata.name].join('/');
}
