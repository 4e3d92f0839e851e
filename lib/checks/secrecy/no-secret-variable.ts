import { isMap } from '../../yaml/json.ts';
import type { Json, JsonMap } from '../../yaml/json.ts';
import { at, listAt, mapAt, textAt } from '../../yaml/json-path.ts';
import { containersOf } from '../pods.ts';
import { holdsSecret } from './secret-names.ts';
import type { ObjectRule } from '../rule.ts';

export const noSecretVariable: ObjectRule = {
  id: 'no-secret-variable',
  why: 'A value under the name of a password, token or key is one, however harmless it looks.',
  fix: 'Feed the variable with secretFile() or secretRef(), or rename it if it holds no secret.',
  exemptible: true,

  check: (manifest, { world }) => [
    ...containersOf(manifest, world).flatMap(({ title, spec }) =>
      listAt(spec, 'env')
        .filter(variable => isLiteralSecret(textAt(variable, 'name') ?? '', at(variable, 'value')))
        .map(variable => `${title} sets '${textAt(variable, 'name')!}' to a literal value`),
    ),
    ...(manifest.kind === 'ConfigMap' ? settings(mapAt(manifest, 'data')) : []),
    ...(manifest.kind === 'Application' ? settings(mapAt(manifest, 'spec', 'source', 'helm', 'valuesObject')) : []),
  ],
};

/** Settings at any depth whose names are those of secrets. */
function settings(values: JsonMap): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const below = isMap(value) ? [value] : listAt(value).filter(isMap);
    const isSecret = isLiteralSecret(key, value) && !(key === 'key' && isRequirement(values));
    return [...(isSecret ? [`sets '${key}' to a literal value`] : []), ...below.flatMap(settings)];
  });
}

/** Tolerations and requirements of labels have a key, too: `{ key: 'example.com/pool', operator: 'Exists' }`. */
function isRequirement({ operator }: JsonMap): boolean {
  return ['DoesNotExist', 'Equal', 'Exists', 'In', 'NotIn'].includes(String(operator));
}

/** Values that are empty, or refer to another variable or to a file, give nothing away. */
function isLiteralSecret(name: string, value: Json | undefined): boolean {
  if (typeof value !== 'string' || value === '' || /^(\$|\/|\{\{|file:|true$|false$)/.test(value)) return false;
  return holdsSecret(name);
}
