import type { Manifest } from '../model/manifest.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { listAt, mapAt, textAt, textsAt } from './json-path.ts';

/** The pods that an object makes. */
export interface PodTemplate {
  readonly metadata: JsonMap;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: JsonMap;
}

/** A container of a pod, and what messages call it. */
export interface Container {
  readonly title: string;

  /** Whether it ends before the others start. Sidecars are init containers that do not. */
  readonly ends: boolean;
  readonly spec: JsonMap;
}

// Where each kind keeps the template of its pods.
const templatePaths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Kinds that make pods. */
export const workloadKinds: readonly string[] = Object.keys(templatePaths);

/** Kinds whose pods run until somebody stops them. */
export const servingKinds: readonly string[] = workloadKinds.filter(kind => kind !== 'Job' && kind !== 'CronJob');

/** The pods that an object makes; undefined where it makes none. */
export function podTemplateOf(manifest: Manifest): PodTemplate | undefined {
  const path = Object.hasOwn(templatePaths, manifest.kind) ? templatePaths[manifest.kind] : undefined;
  if (!path) return undefined;
  const template = mapAt(manifest, ...path);
  const metadata = mapAt(template, 'metadata');
  return { metadata, labels: textsAt(metadata, 'labels'), spec: mapAt(template, 'spec') };
}

/** Every container of the pods that an object makes, those that run first included. */
export function containersOf(manifest: Manifest): Container[] {
  const spec = podTemplateOf(manifest)?.spec;
  return [
    ...listAt(spec, 'containers').map(container => describe('container', container)),
    ...listAt(spec, 'initContainers').map(container => describe('init container', container)),
  ];
}

function describe(role: string, container: Json): Container {
  const spec = mapAt(container);
  const ends = role === 'init container' && spec.restartPolicy !== 'Always';
  return { title: `${role} '${textAt(spec, 'name') ?? ''}'`, ends, spec };
}
