import { isEqual } from '../kustomize/equal.ts';
import { InputError } from '../model/input-error.ts';
import { identityOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Residence } from './resident.ts';

/** What the components of a cluster ask it to have once, by who decides when it is there. */
export interface SharedObjects {
  /** What an environment that is synced by itself asks for, too. */
  readonly automated: readonly Manifest[];

  /** What only environments ask for that wait for a person. */
  readonly manual: readonly Manifest[];
}

/**
 * What the components of a cluster ask it to have once. Who asks for the same object shares it.
 *
 * @throws InputError for an object that two of them want to be different
 */
export function sharedObjects(residences: readonly Residence[]): SharedObjects {
  const shared = new Map<string, Shared>();
  const mistakes: Mistake[] = [];
  for (const { environment, residents } of residences) {
    for (const { draft, answers } of residents) {
      const askedBy = `${environment.name}/${draft.component}`;
      for (const manifest of answers.cluster ?? []) {
        const first = shared.get(identityOf(manifest)) ?? { manifest, askedBy, isAutomated: false };
        shared.set(identityOf(manifest), { ...first, isAutomated: first.isAutomated || environment.sync !== 'manual' });
        if (isEqual(first.manifest, manifest)) continue;
        const other = `the one that ${first.askedBy} asks cluster '${draft.cluster}' for`;
        const message = `${titleOf(manifest)} differs from ${other}, both must ask for the same`;
        mistakes.push(mistake('conflict', askedBy, message));
      }
    }
  }
  if (mistakes.length > 0) throw new InputError(mistakes);
  const objects = [...shared.values()];
  return {
    automated: objects.filter(({ isAutomated }) => isAutomated).map(({ manifest }) => manifest),
    manual: objects.filter(({ isAutomated }) => !isAutomated).map(({ manifest }) => manifest),
  };
}

interface Shared {
  readonly manifest: Manifest;
  readonly askedBy: string;
  readonly isAutomated: boolean;
}
