import { entryKey, variableName } from '../../model/entry-key.ts';
import type { Manifest } from '../../model/manifest.ts';
import { listAt, mapAt, textAt } from '../../yaml/json-path.ts';
import { containersOf, workloadKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

export const validKey: ObjectRule = {
  id: 'valid-key',
  why: 'The API server refuses an entry whose key cannot be a file name, and a variable whose name shells cannot read.',
  fix: "Correct the file name or the variable's name in the service's file under lib/components/.",
  kinds: known => [...workloadKinds(known), 'ConfigMap', 'ExternalSecret'],

  check: (manifest, { world }) => [
    ...entryKeys(manifest)
      .filter(key => !entryKey.test(key))
      .map(key => `has the entry '${key}', which must match ${entryKey.source}`),
    ...containersOf(manifest, world).flatMap(({ title, spec }) =>
      listAt(spec, 'env')
        .map(variable => textAt(variable, 'name') ?? '')
        .filter(name => !variableName.test(name))
        .map(name => `${title} sets the variable '${name}', which must match ${variableName.source}`),
    ),
  ],
};

function entryKeys(manifest: Manifest): string[] {
  const { kind, data, binaryData, spec } = manifest;
  if (kind === 'ConfigMap') return Object.keys({ ...mapAt(data), ...mapAt(binaryData) });
  return listAt(spec, 'data').map(entry => textAt(entry, 'secretKey') ?? '');
}
