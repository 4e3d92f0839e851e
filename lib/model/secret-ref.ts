/** One entry of a Secret, by name. There is no way to give a value: External Secrets fetches it. */
export interface SecretRef {
  readonly secret: string;
  readonly key: string;
}

/**
 * Refers to an entry of a Secret. The Secret is made in the service's namespace from Google Secret Manager,
 * where the entry is called `<environment>_<component>_<secret>_<key>`.
 */
export function secretRef(secret: string, key: string): SecretRef {
  return { secret, key };
}

/** An entry of a Secret that the container finds as a file. */
export interface SecretFile extends SecretRef {
  readonly as: 'file';
}

/**
 * The path of a file with an entry of a Secret, for programs that can be told where to look: a file shows in no list of
 * processes, and a new value reaches it without a restart. Made as `secretRef` says.
 */
export function secretFile(secret: string, key: string): SecretFile {
  return { secret, key, as: 'file' };
}

/** A Secret with a certificate and its key, of the type that ingress controllers read. */
export interface TlsSecret {
  readonly secret: string;
  readonly as: 'tls';
}

/**
 * A certificate of one's own: its chain and its key in PEM, of the entries `<environment>_<component>_<secret>_certificate`
 * and `…_key` of Google Secret Manager.
 */
export function tlsSecret(secret: string): TlsSecret {
  return { secret, as: 'tls' };
}

/** An entry of a Secret as it is asked for. */
export interface SecretEntry extends SecretRef {
  /** What the Secret is, where that decides how it is put together. @default - each entry stands for itself */
  readonly type?: 'kubernetes.io/tls' | 'kubernetes.io/basic-auth';

  /** Who logs in with it: the entry `username` of a Secret for a name and a password. @default - the Secret has no name */
  readonly username?: string;
}

/** The entries that a certificate of one's own is put together of. */
export function tlsEntries({ secret }: TlsSecret): SecretEntry[] {
  return ['certificate', 'key'].map(key => ({ secret, key, type: 'kubernetes.io/tls' }));
}

/**
 * Name in Google Secret Manager of an entry of a Secret. None of its parts but the last can hold an underscore, so no
 * two of them ever share an entry.
 *
 * @param owner whose it is: an environment and a component, or Argo CD
 */
export function remoteNameOf({ secret, key }: SecretRef, owner: readonly string[]): string {
  return [...owner, secret, key].join('_');
}

/** Why Secret Manager would not take such a name, as a sentence, or undefined: it takes fewer characters than a Secret. */
export function entryFault(ref: SecretRef, owner: readonly string[]): string | undefined {
  const entry = remoteNameOf(ref, owner);
  if (/^[A-Za-z0-9_-]{1,255}$/.test(entry)) return undefined;
  const would = `key '${ref.key}' would be the entry '${entry}' of Secret Manager`;
  return `${would}, which must have letters, digits, - and _ only`;
}
