import { mapAt } from '../../yaml/json-path.ts';
import { podTemplateOf } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

const value = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
const key = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

// All annotations of one object together, as the API server counts them.
const maxAnnotations = 256 * 1024;

export const validLabels: ObjectRule = {
  id: 'valid-labels',
  why: 'The API server refuses labels and annotations that are too long or hold other characters.',
  fix: 'Shorten or correct the label or annotation where it is rendered.',

  check: manifest =>
    [manifest.metadata, podTemplateOf(manifest)?.metadata ?? {}].flatMap(metadata => {
      const labels = mapAt(metadata, 'labels');
      const annotations = mapAt(metadata, 'annotations');
      const size = Object.entries(annotations).reduce(
        (sum, [name, text]) => sum + name.length + String(text).length,
        0,
      );
      return [
        ...[...Object.keys(labels), ...Object.keys(annotations)]
          .filter(name => !key.test(name))
          .map(name => `has the key '${name}', which must match ${key.source}`),
        ...Object.entries(labels)
          .filter(([, text]) => !value.test(String(text)))
          .map(([name, text]) => `has label '${name}' of value '${String(text)}', which must match ${value.source}`),
        ...(size > maxAnnotations ? [`has annotations of ${size} bytes, the most is ${maxAnnotations}`] : []),
      ];
    }),
};
