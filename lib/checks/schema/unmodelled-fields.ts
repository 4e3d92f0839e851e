import { isMap } from '../../yaml/json.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { pathText, valueText } from './path-text.ts';

/** What a field may hold: a text that matches, a list of one shape, or a map of known fields. */
type Shape = RegExp | readonly [Shape] | { readonly [key: string]: Shape };

const text = /^[^]+$/;

const secretStore: Readonly<Record<string, Shape>> = {
  'spec.provider.gcpsm.secretVersionSelectionPolicy': /^(LatestOrFail|LatestOrFetch)$/,
  'spec.provider.gcpsm.auth.workloadIdentityFederation': {
    audience: text,
    gcpServiceAccountEmail: /^.*@.*\.iam\.gserviceaccount\.com$/,
    serviceAccountRef: { name: text, namespace: text, audiences: [text] },
  },
};

/**
 * Fields that the operators we run have and that the packages with their models do not know, by kind and path (`*`
 * is every item of a list). The models of External Secrets stopped at its release 0.16, and the generator of all
 * packages loses fields called `description`.
 */
const unmodelledFields: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  'argoproj.io/v1alpha1 AppProject': {
    'spec.description': text,
    'spec.roles.*.description': text,
    'spec.syncWindows.*.description': text,
  },
  'external-secrets.io/v1 ClusterSecretStore': secretStore,
  'external-secrets.io/v1 SecretStore': secretStore,
  'scheduling.k8s.io/v1 PriorityClass': { description: text },
};

/** Takes the fields that no model knows out of an object, judged, so that its package's model can judge the rest. */
export function judgeUnmodelled(manifest: Manifest): { readonly rest: Manifest; readonly problems: readonly string[] } {
  const problems: string[] = [];
  let rest: Json = manifest;
  for (const [path, shape] of Object.entries(unmodelledFields[`${manifest.apiVersion} ${manifest.kind}`] ?? {})) {
    rest = without(rest, path.split('.'), (value, found) => problems.push(...problemsOf(value, shape, found)));
  }
  return { rest: rest as Manifest, problems };
}

/** A copy without what lies at a path, each of which is handed to `judge`. */
function without(
  value: Json,
  [key, ...below]: readonly string[],
  judge: (value: Json, path: readonly string[]) => void,
  above: readonly string[] = [],
): Json {
  if (key === '*') {
    if (!Array.isArray(value)) return value;
    return value.map((item, index) => without(item, below, judge, [...above, String(index)]));
  }
  if (key === undefined || !isMap(value) || value[key] === undefined) return value;
  const { [key]: child, ...others } = value;
  if (below.length > 0) return { ...others, [key]: without(child!, below, judge, [...above, key]) };
  judge(child!, [...above, key]);
  return others;
}

function problemsOf(value: Json, shape: Shape, path: readonly string[]): string[] {
  const where = pathText(path);
  if (shape instanceof RegExp) {
    if (typeof value === 'string' && shape.test(value)) return [];
    return [`${where} (${valueText(value)}) must match ${shape.source}`];
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${where} (${valueText(value)}) must be a list`];
    return value.flatMap((item, index) => problemsOf(item, shape[0], [...path, String(index)]));
  }
  if (!isMap(value)) return [`${where} (${valueText(value)}) must be a map`];
  return Object.entries(value).flatMap(([key, child]) => {
    const known = (shape as Readonly<Record<string, Shape>>)[key];
    if (known) return problemsOf(child, known, [...path, key]);
    return [`${pathText([...path, key])} is unknown, the kind has no such field`];
  });
}
