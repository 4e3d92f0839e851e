import { formOf, pattern, wrong } from './form.ts';
import type { Form } from './form.ts';
import { map } from './collections.ts';

const name = '[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?';
const domain = '[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?';

/** The key of a label, an annotation or a taint. */
export const labelKey = pattern(
  "must be a key of letters, digits, '-', '_' and '.', at most 63, such as 'team' or 'example.com/team'",
  new RegExp(`^(?:${domain}/)?${name}$`),
);

/** The value of a label or a taint. */
export const labelValue = pattern(
  "must be a text of letters, digits, '-', '_' and '.', at most 63, that begins and ends with a letter or a digit",
  new RegExp(`^(?:${name})?$`),
);

/** Labels that somebody else gives, and that are selected by. */
export const labelsForm = map(labelValue, labelKey);

/** The name of devices of a node, which always has a domain: those without one are Kubernetes' own. */
export const deviceForm = pattern(
  "must be the name of a device, such as 'nvidia.com/gpu'",
  new RegExp(`^${domain}/${name}$`),
);

/** Domains of keys by which others know an object, and what each of them would undo. */
const reserved: readonly (readonly [key: RegExp, whose: string])[] = [
  [/^app\.kubernetes\.io\/(?:name|part-of)$/, 'by which services and policies find pods'],
  [/^plainsail\.dev\//, 'which the program writes itself'],
  [/^argocd\.argoproj\.io\//, 'which guard data and keep the order of a sync'],
  [/^pod-security\.kubernetes\.io\//, 'which keep a namespace restricted'],
  [/^acme\.cert-manager\.io\//, 'by which policies let challenges in'],
  [/^(?:internal\.|kustomize\.)?config\.(?:kubernetes|k8s)\.io\//, 'which Kustomize takes away'],
  [/^kubernetes\.io\//, 'which are those of Kubernetes'],
  [/^kubectl\.kubernetes\.io\/|^deployment\.kubernetes\.io\//, 'which are those of Kubernetes'],
];

/** What Kustomize writes bare as a key, and what is then no text any more. */
const bare = /^(?:\d[\w.-]*|true|false|null)$/i;

/** The key of a label or an annotation that people add to objects. */
export const ownKey: Form = {
  must: labelKey.must,
  check(value, field) {
    const faults = labelKey.check(value, field);
    if (faults.length === 0 && bare.test(String(value))) {
      return [wrong('malformed', value, field, 'must begin with a letter, or have a domain, to be a text in YAML too')];
    }
    const [, whose] = reserved.find(([key]) => key.test(String(value))) ?? [];
    if (faults.length > 0 || whose === undefined) return faults;
    return [{ code: 'reserved', message: `'${String(value)}' must be another one, it is one of those ${whose}` }];
  },
};

/** Texts of annotations may hold anything. */
export const annotationValue = formOf('must be a text', value =>
  typeof value === 'string' ? undefined : 'wrong-type',
);
