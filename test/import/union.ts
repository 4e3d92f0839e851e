import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutClientTraces } from '../../lib/kustomize/client-traces.ts';
import { identityOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Synthesis } from '../../lib/synthesis.ts';
import { kustomizes } from '../kustomize/kustomize.ts';
import { write } from './imports.ts';

/** What each Kustomize at hand builds of a folder, by the identities of the objects. */
export function builds(folder: string): Map<string, Manifest>[] {
  return kustomizes().map(kustomize => byIdentity(kustomize.build(folder) as Manifest[]));
}

/**
 * The union of what an environment receives: built by each Kustomize at hand from the files of `dist/`, one unit after the
 * other, as Argo CD does it.
 */
export function unionsOf({ units, delivery }: Synthesis, environment: string): Map<string, Manifest>[] {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  try {
    for (const { files } of [...delivery.bases.map(base => base.write()), ...units]) write(folder, files);
    const here = units.filter(unit => unit.owner !== 'argocd' && (unit.environment ?? environment) === environment);
    return kustomizes().map(kustomize =>
      byIdentity(here.flatMap(({ path }) => kustomize.build(join(folder, path)) as Manifest[])),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function byIdentity(manifests: readonly Manifest[]): Map<string, Manifest> {
  return new Map(manifests.map(withoutClientTraces).map(manifest => [identityOf(manifest), manifest]));
}
