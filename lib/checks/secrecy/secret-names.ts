const secret = /(PASSWORD|PASSWD|PWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|(^|[_.-])KEYS?([_.-]|$)|API_?KEY)/;

// What is about a secret without being one: where it lies, how long it lasts, what handles it.
const about = new RegExp(
  `[_.-](${[
    'FILE',
    'PATH',
    'DIR',
    'NAME',
    'REF',
    'TTL',
    'SECONDS',
    'ENABLED',
    'HEADER',
    'CLASS',
    'SERIALIZER',
    'DESERIALIZER',
    'TYPE',
    'ISSUER',
    'ENDPOINT',
  ].join('|')})$`,
);

// What charts call the name of a Secret that is there already.
const existing = /EXISTING_?SECRET$/;

// Kinds of objects that fetch secrets, and the operator whose they are.
const fetching = /EXTERNAL[_-]?SECRETS?|SECRET[_-]?STORES?/g;

// How much a language model may write or read: a number of tokens is none.
const counts = /(?:^|[_.-])(?:MAX|MIN|NUM)[_.-]TOKENS$/;

/** Whether what has such a name is a secret: `DB_PASSWORD`, `adminToken`; but not `passwordFile` or `MAX_TOKENS`. */
export function holdsSecret(name: string): boolean {
  const screaming = name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replaceAll(fetching, '')
    .replace(counts, '');
  return secret.test(screaming) && !about.test(screaming) && !existing.test(screaming);
}
