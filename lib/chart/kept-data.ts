import type { Manifest } from '../model/manifest.ts';
import { guards, syncOptionsIn } from '../model/sync.ts';
import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { mapAt, textsAt } from '../yaml/json-path.ts';
import type { ValuePath } from './values.ts';

/**
 * The value by which Helm keeps what Argo CD would keep. It is off, since with it an object says more than its overlay;
 * Helm heeds what a chart says, and not what somebody writes into the cluster: https://github.com/helm/helm/issues/8132
 */
export const keepData: ValuePath = ['keepData'];

const policy = 'helm.sh/resource-policy';

/** Whether an object holds data, or what holds data. */
export function holdsData(manifest: Manifest): boolean {
  const options = syncOptionsIn(textsAt(manifest, 'metadata', 'annotations'));
  return guards.keep.options.split(',').every(option => options.includes(option));
}

/** The tree of an object with the wish to be kept. */
export function withWish(tree: Json): Json {
  if (!isMap(tree)) return tree;
  const metadata = mapAt(tree, 'metadata');
  const annotations: JsonMap = { ...mapAt(metadata, 'annotations'), [policy]: 'keep' };
  return { ...tree, metadata: { ...metadata, annotations } };
}

/** The template in which that wish is said only where it is asked for. */
export function wishGuarded(template: string): string {
  return template.replace(
    /^( +)helm\.sh\/resource-policy: keep$/m,
    (line, indent: string) => `${indent}{{- if .Values.${keepData.join('.')} }}\n${line}\n${indent}{{- end }}`,
  );
}
