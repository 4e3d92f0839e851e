import { isMap } from '../../synth/manifest.ts';
import type { Json, JsonMap } from '../../synth/manifest.ts';
import { at, listAt, mapAt, textAt } from '../json-path.ts';
import { containersOf } from '../pods.ts';
import type { ObjectRule } from './rule.ts';

const secretName = /(PASSWORD|PASSWD|PWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|(^|[_-])KEYS?([_-]|$)|API_?KEY)/;

// What is about a secret without being one: where it lies, how long it lasts, what handles it.
const aboutSecret = /[_-](FILE|PATH|DIR|NAME|REF|TTL|SECONDS|ENABLED|HEADER|CLASS|SERIALIZER|DESERIALIZER|TYPE|ISSUER|ENDPOINT)$/;

export const noSecretVariable: ObjectRule = {
  id: 'no-secret-variable',
  why: 'A value under the name of a password, token or key is one, however harmless it looks.',
  fix: 'Feed the variable with secretRef(), or rename it if it holds no secret.',
  exemptible: true,

  check: manifest => [
    ...containersOf(manifest).flatMap(({ title, spec }) => listAt(spec, 'env')
      .filter(variable => isSecret(textAt(variable, 'name') ?? '', at(variable, 'value')))
      .map(variable => `${title} sets '${textAt(variable, 'name')!}' to a literal value`)),
    ...(manifest.kind === 'ConfigMap' ? settings(mapAt(manifest, 'data')) : []),
    ...(manifest.kind === 'Application' ? settings(mapAt(manifest, 'spec', 'source', 'helm', 'valuesObject')) : []),
  ],
};

/** Settings at any depth whose names are those of secrets. */
function settings(values: JsonMap): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const below = isMap(value) ? [value] : listAt(value).filter(isMap);
    return [...(isSecret(screaming(key), value) ? [`sets '${key}' to a literal value`] : []), ...below.flatMap(settings)];
  });
}

/** Values that are empty, or refer to another variable or to a file, give nothing away. */
function isSecret(name: string, value: Json | undefined): boolean {
  if (!secretName.test(name.toUpperCase()) || aboutSecret.test(name.toUpperCase())) return false;
  return typeof value === 'string' && value !== '' && !/^(\$|\/|\{\{|file:|true$|false$)/.test(value);
}

function screaming(key: string): string {
  return key.replaceAll(/([a-z])([A-Z])/g, '$1_$2');
}
