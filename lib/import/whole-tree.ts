import { join } from 'node:path';
import { InputError } from '../model/input-error.ts';
import { grouped } from '../model/grouped.ts';
import type { Manifest } from '../model/manifest.ts';
import { sentenceOf } from '../model/mistake.ts';
import type { Program } from '../synthesis.ts';
import type { BuiltTree } from './built-tree.ts';
import { fetchedBy } from './kustomizations.ts';
import type { Kustomization } from './kustomizations.ts';
import type { Kustomize } from './kustomize-program.ts';
import { proved } from './prove.ts';
import type { EnvironmentProof } from './proof.ts';
import { provingGround } from './proving-ground.ts';
import type { Source } from './source.ts';

/** What came of one overlay of a whole tree. */
export interface OverlayProof {
  /** Its folder. */
  readonly overlay: string;

  /** Undefined where nothing could be compared. */
  readonly proof?: EnvironmentProof;

  /** Why nothing could be compared. */
  readonly problem?: string;
}

/** Whether a tree has kustomizations that build on others. */
export function hasOverlays({ kustomizations }: Source): boolean {
  return [...kustomizations.values()].some(isOverlay);
}

function isOverlay({ isComponent, bases }: Kustomization): boolean {
  return !isComponent && bases.length > 0;
}

/**
 * Tries every overlay of a tree: each kustomization that builds on another one. Those on the same bases are environments
 * of one import; their base is one more, so that each overlay is derived from it.
 */
export function provedTree(
  folder: string,
  all: ReadonlyMap<string, Kustomization>,
  program: Program,
  kustomize: Kustomize,
): OverlayProof[] {
  const overlays = [...all.values()].filter(isOverlay);
  const groups = grouped(overlays, ({ bases }) => bases.join());
  const proofs = [...groups.values()].flatMap(group => {
    const trees = new Map(group.map(each => [each.folder, treeAt(folder, each.folder, all, kustomize)]));
    const base = group[0]!.bases.length === 1 ? treeAt(folder, group[0]!.bases[0]!, all, kustomize) : undefined;
    const sound = [...trees.values()].filter(tree => typeof tree !== 'string');
    const known = new Map(provedTogether(sound, typeof base === 'object' ? [base] : [], program, kustomize));
    return [...trees].map(([overlay, tree]): OverlayProof => {
      const outcome = typeof tree === 'string' ? tree : known.get(tree.source)!;
      return typeof outcome === 'string' ? { overlay, problem: outcome } : { overlay, proof: outcome };
    });
  });
  return proofs.sort((a, b) => (a.overlay < b.overlay ? -1 : 1));
}

type Outcome = EnvironmentProof | string;

/** Where some cannot be together, each is tried with its base, and then alone. */
function provedTogether(
  trees: readonly Built[],
  bases: readonly Built[],
  program: Program,
  kustomize: Kustomize,
): [source: string, outcome: Outcome][] {
  if (trees.length === 0) return [];
  const named = [...bases, ...trees].map((tree, index): BuiltTree => ({ ...tree, environment: `e${index}` }));
  try {
    const ground = provingGround(
      program,
      named.map(({ environment }) => environment),
    );
    return proved('tree', named, ground, kustomize).environments.map(proof => [proof.source, proof]);
  } catch (error) {
    if (trees.length > 1) return trees.flatMap(tree => provedTogether([tree], bases, program, kustomize));
    if (bases.length > 0) return provedTogether(trees, [], program, kustomize);
    return [[trees[0]!.source, reasonOf(error)]];
  }
}

type Built = Omit<BuiltTree, 'environment'> & { readonly manifests: readonly Manifest[] };

function treeAt(
  root: string,
  folder: string,
  all: ReadonlyMap<string, Kustomization>,
  kustomize: Kustomize,
): Built | string {
  const [fetched] = fetchedBy(folder, all);
  if (fetched) return `needs ${fetched[1]}, which is not in the tree (${fetched[0]})`;
  try {
    return { source: folder, manifests: kustomize.build(join(root, folder)) };
  } catch (error) {
    return `Kustomize does not build it: ${reasonOf(error)}`;
  }
}

/** The first sentence of what went wrong. */
function reasonOf(error: unknown): string {
  if (error instanceof InputError) return error.mistakes.map(sentenceOf)[0] ?? error.message;
  return error instanceof Error ? error.message.split('\n')[0]! : String(error);
}
