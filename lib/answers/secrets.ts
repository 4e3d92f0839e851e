import type { Asked } from '../model/ask.ts';
import { grouped } from '../model/grouped.ts';
import { InputError } from '../model/input-error.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { SecretEntry } from '../model/secret-ref.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Json } from '../yaml/json.ts';
import type { Answer } from './answer.ts';
import { requireOperator } from './operator-needed.ts';
import { externalSecret, secretStore } from './secret-store.ts';

/** Every Secret that a component refers to, each with all the keys that any of its services asks for. */
export const secrets: Answer<'secret'> = {
  to: 'secret',
  recipient: 'secrets',
  objects: secretsOf,
};

function secretsOf(component: string, asked: readonly Asked<'secret'>[], surroundings: Surroundings): Manifest[] {
  const namespace = surroundings.namespaceOf(component);
  const cluster = surroundings.clusterOf(component);
  const owner = [surroundings.environment!.name, component];
  requireOperator(cluster, 'external-secrets', `namespace '${namespace}' has secrets`);
  const bySecret = grouped(
    asked.map(({ what }) => what),
    ({ secret }) => secret,
  );
  return [
    ...secretStore(namespace, cluster, surroundings.platform.site),
    ...[...bySecret]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, entries]) => {
        const keys = [...new Set(entries.map(({ key }) => key))].sort();
        return externalSecret({
          name,
          namespace,
          keys,
          owner,
          template: templateOf(entries, surroundings.placeOf(component)),
        });
      }),
  ];
}

/** How Secrets of a type are put together. */
const templates: Readonly<Record<NonNullable<SecretEntry['type']>, (username: string) => Json>> = {
  'kubernetes.io/tls': () => ({
    engineVersion: 'v2',
    mergePolicy: 'Replace',
    type: 'kubernetes.io/tls',
    data: { 'tls.crt': '{{ .certificate }}', 'tls.key': '{{ .key }}' },
  }),
  'kubernetes.io/basic-auth': username => ({
    engineVersion: 'v2',
    mergePolicy: 'Replace',
    type: 'kubernetes.io/basic-auth',
    data: { username, password: '{{ .password }}' },
  }),
};

/** @throws InputError for a Secret that is asked for as two things */
function templateOf(entries: readonly SecretEntry[], place: string): Json | undefined {
  const { secret, type, username = '' } = entries.find(entry => entry.type !== undefined) ?? ({} as SecretEntry);
  if (type === undefined) return undefined;
  // Who logs in reads the password of a name as it is.
  const fits = ({ key, type: asked, username: other = username }: SecretEntry): boolean =>
    (asked ?? (key === 'password' ? 'kubernetes.io/basic-auth' : undefined)) === type && other === username;
  if (!entries.every(fits)) {
    const what = type === 'kubernetes.io/tls' ? 'a certificate' : `the password of '${username}'`;
    const message = `is asked for as ${what} and by single entries, each must have a Secret of its own`;
    throw new InputError([mistake('conflict', `${place}: Secret '${secret}'`, message)]);
  }
  return templates[type](username);
}
