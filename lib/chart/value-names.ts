import type { Manifest } from '../model/manifest.ts';
import { textAt } from '../yaml/json-path.ts';
import type { ValuePath } from './values.ts';

/** What a manifest says of where something is, and nobody who reads values misses. */
const passed: ReadonlySet<string> = new Set(['spec', 'template', 'metadata', 'data', 'containers', 'jobTemplate']);

const workloads: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job']);

/** Name of the service that an object is of; its own where it says none. */
export function serviceOf(manifest: Manifest): string {
  return textAt(manifest, 'metadata', 'labels', 'app.kubernetes.io/name') ?? manifest.metadata.name;
}

/**
 * The folder of an object's values: `irisClassifier` for the workload of a service, and below it what else it has:
 * `irisClassifier.horizontalPodAutoscaler`, `prometheus.configMapScrape`.
 */
export function objectPath(manifest: Manifest): ValuePath {
  const service = serviceOf(manifest);
  const { kind, metadata } = manifest;
  if (workloads.has(kind) && metadata.name === service) return [identifier(service)];
  const rest = metadata.name.startsWith(service) ? metadata.name.slice(service.length) : metadata.name;
  return [identifier(service), identifier(`${kind[0]!.toLowerCase()}${kind.slice(1)}-${rest}`)];
}

/**
 * Name of a value of an object, from the keys that lead to it.
 *
 * @param service its container needs no name
 */
export function valuePath(keys: readonly string[], service: string): ValuePath {
  const inPod = keys.includes('template') && keys.includes('metadata');
  const told = keys.filter((key, index) => {
    if (passed.has(key)) return false;
    if (key === service && keys[index - 1] === 'containers') return false;
    return !(key === 'value' && index === keys.length - 1 && keys[index - 2] === 'env');
  });
  const names = (told.length > 0 ? told : keys.slice(-1)).map(identifier);
  if (inPod) names[0] = identifier(`pod-${names[0]}`);
  // A second item of a list is known by its number.
  return names.reduce<string[]>(
    (path, name) =>
      /^\d+$/.test(name) && path.length > 0 ? [...path.slice(0, -1), path.at(-1)! + name] : [...path, name],
    [],
  );
}

/** A text as one word that Go's templates take behind a point; names of variables stay as they are. */
export function identifier(text: string): string {
  if (/^[A-Z_][A-Z0-9_]*$/.test(text) || /^\d+$/.test(text)) return text;
  const parts = text.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const name = parts
    .map((part, index) => (index === 0 ? part[0]!.toLowerCase() : part[0]!.toUpperCase()) + part.slice(1))
    .join('');
  return /^[A-Za-z]/.test(name) ? name : `value${name}`;
}
