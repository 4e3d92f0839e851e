import type { JsonMap } from '../yaml/json.ts';
import { at, mapAt, textsAt } from '../yaml/json-path.ts';
import type { Manifest } from './manifest.ts';

/** Labels and annotations that people add to objects: of one service, or of a whole environment. */
export interface ObjectMetadata {
  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;

  /** @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

const sides = ['labels', 'annotations'] as const;

/** Labels and annotations of several, of which later ones count more. */
export function joined(all: readonly (ObjectMetadata | undefined)[]): ObjectMetadata {
  return {
    labels: Object.assign({}, ...all.map(each => each?.labels)) as Record<string, string>,
    annotations: Object.assign({}, ...all.map(each => each?.annotations)) as Record<string, string>,
  };
}

/**
 * An object with labels and annotations more, and its pods with them. What it says itself counts more. Selectors stay as
 * they are, and so do templates of claims: neither can be changed.
 */
export function stamped(manifest: Manifest, added: ObjectMetadata): Manifest {
  if (sides.every(side => Object.keys(added[side] ?? {}).length === 0)) return manifest;
  const metadata = stampedMetadata(manifest.metadata, added) as Manifest['metadata'];
  return templatesOf(manifest).reduce<JsonMap>((object, path) => templateStamped(object, path, added), {
    ...manifest,
    metadata,
  }) as Manifest;
}

/** Keys under which an object says something else than what is to be added. */
export function clashesWith(manifest: Manifest, added: ObjectMetadata): string[] {
  return sides.flatMap(side => {
    const own = textsAt(manifest, 'metadata', side);
    return Object.entries(added[side] ?? {}).flatMap(([key, text]) =>
      Object.hasOwn(own, key) && own[key] !== text ? [`${side}.${key}`] : [],
    );
  });
}

function stampedMetadata(own: JsonMap, added: ObjectMetadata): JsonMap {
  const filled = sides.filter(side => Object.keys(added[side] ?? {}).length > 0);
  return { ...own, ...Object.fromEntries(filled.map(side => [side, { ...added[side], ...textsAt(own, side) }])) };
}

/** Templates of an object of Kubernetes' own kinds. A custom resource's pods are its operator's to label. */
function templatesOf({ apiVersion, kind, metadata }: Manifest): readonly (readonly string[])[] {
  const template = ['spec', 'template'];
  if (apiVersion === 'apps/v1') return [template];
  if (apiVersion !== 'batch/v1') return [];
  if (kind === 'CronJob')
    return [
      ['spec', 'jobTemplate'],
      ['spec', 'jobTemplate', ...template],
    ];
  // The template of a Job cannot be changed, but one that is made anew each time has none yet.
  return at(metadata, 'annotations', 'argocd.argoproj.io/hook') === undefined ? [] : [template];
}

function templateStamped(value: JsonMap, [key, ...rest]: readonly string[], added: ObjectMetadata): JsonMap {
  if (key === undefined || at(value, key) === undefined) return value;
  const inner = mapAt(value, key);
  if (rest.length > 0) return { ...value, [key]: templateStamped(inner, rest, added) };
  return { ...value, [key]: { ...inner, metadata: stampedMetadata(mapAt(inner, 'metadata'), added) } };
}
