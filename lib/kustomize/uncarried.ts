import { oncePerObject } from '../model/once-per-object.ts';
import { pointerToken } from './equal.ts';
import { readsAsText } from './mergeable.ts';
import { isPlainMap, shown, valueProblem, keyProblem } from './uncarried-values.ts';

/**
 * What in an object no patch carries through Kustomize unchanged, or no YAML at all: one line each, with the place as a
 * JSON pointer, the value, and what must hold. What is left is JSON that each Kustomize from 4.5 to 5.8 gives back as
 * it is. What only one form of patch carries, such as null, is no refusal: `patchBetween` chooses the other.
 */
export function refusalsOf(manifest: unknown): string[] {
  if (!isPlainMap(manifest)) return [`'' is ${shown(manifest)}, an object must be a map`];
  return [...refusalsOfMap(manifest)];
}

type PlainMap = Readonly<Record<string, unknown>>;

// An object is looked at before anything is derived from it, and again by each patch that has to do with it.
const refusalsOfMap = oncePerObject((manifest: PlainMap): readonly string[] => {
  const inspection = new Inspection();
  inspection.value(manifest);
  return [...inspection.refusals, ...objectRefusals(manifest)];
});

/** Annotations by which Kustomize keeps its books: it obeys some of them, removes others, and fails on the rest. */
const kustomizeAnnotation = /^(?:[\w.-]+\.)?config\.(?:kubernetes|k8s)\.io\//;

/** A walk over all values of an object. */
class Inspection {
  readonly refusals: string[] = [];
  private readonly path: (string | number)[] = [];

  /** The maps and lists around the present value, by which a circle is found. */
  private readonly around: object[] = [];

  value(value: unknown): void {
    const isList = Array.isArray(value);
    if (!isList && !isPlainMap(value)) return this.refuse(valueProblem(value));
    if (this.around.includes(value)) return this.refuse('holds itself, data must end somewhere');
    this.around.push(value);
    if (isList) this.list(value);
    else this.map(value);
    this.around.pop();
  }

  private list(list: readonly unknown[]): void {
    // By index, for a hole in the list must be seen too.
    for (let index = 0; index < list.length; index += 1) this.below(index, list[index]);
  }

  private map(map: PlainMap): void {
    for (const key of Object.keys(map)) {
      this.refuse(keyProblem(key));
      this.below(key, map[key]);
    }
  }

  private below(key: string | number, value: unknown): void {
    // Most values are sound, and need no path.
    if (typeof value !== 'object' && !valueProblem(value)) return;
    this.path.push(key);
    this.value(value);
    this.path.pop();
  }

  private refuse(problem: string | undefined): void {
    if (problem) this.refusals.push(`${pointer(...this.path)} ${problem}`);
  }
}

/** What Kustomize asks of an object as a whole. */
function objectRefusals({ apiVersion, kind, metadata }: PlainMap): string[] {
  const { name, labels, annotations } = isPlainMap(metadata) ? metadata : {};
  const refusals: string[] = [];
  for (const [path, value] of [
    ['apiVersion', apiVersion],
    ['kind', kind],
    ['metadata/name', name],
  ] as const) {
    if (typeof value !== 'string' || value === '') refusals.push(`'/${path}' is ${shown(value)}, it must be a name`);
  }
  if (String(name).includes(',')) refusals.push(`'/metadata/name' is ${shown(name)}, a name must hold no comma`);
  if (String(kind).endsWith('List')) {
    refusals.push(`'/kind' is ${shown(kind)}, which Kustomize replaces by its items, it must not end in 'List'`);
  }
  for (const [field, value] of Object.entries({ labels, annotations })) {
    if (value === undefined || isPlainMap(value)) continue;
    refusals.push(`'/metadata/${field}' is ${shown(value)}, it must be a map`);
  }
  return isPlainMap(annotations) ? [...refusals, ...annotationRefusals(annotations)] : refusals;
}

function annotationRefusals(annotations: PlainMap): string[] {
  const where = pointer('metadata', 'annotations');
  const entries = Object.entries(annotations);
  if (entries.length === 0) return [`${where} is empty, which Kustomize removes, it must be left out`];
  return entries.flatMap(([key, value]) => {
    const problem = annotationProblem(key);
    const refusals = problem ? [`${where} has ${shown(key)}, ${problem}`] : [];
    if (typeof value === 'string') return refusals;
    return [...refusals, `${pointer('metadata', 'annotations', key)} is ${shown(value)}, an annotation must be a text`];
  });
}

function annotationProblem(key: string): string | undefined {
  if (kustomizeAnnotation.test(key)) return "which is Kustomize's own, it must be another";
  return readsAsText(key) ? undefined : 'which Kustomize writes bare, it must read as a text';
}

function pointer(...keys: readonly (string | number)[]): string {
  return shown(keys.map(key => `/${pointerToken(String(key))}`).join(''));
}
