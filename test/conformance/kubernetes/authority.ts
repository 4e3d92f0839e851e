import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../processes/execute.ts';

/** Files of one cluster's certificate authority and of what it signed. */
export interface Authority {
  readonly ca: string;
  readonly caKey: string;
  readonly server: KeyPair;
  readonly admin: KeyPair;

  /** Signs the tokens of ServiceAccounts. */
  readonly accounts: { readonly key: string; readonly publicKey: string };
}

/** Paths of a key and its certificate. */
export interface KeyPair {
  readonly key: string;
  readonly certificate: string;
}

const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];

/** Makes an authority that only this run trusts. @param names further names of the server, an address as `IP:10.43.0.1` */
export async function makeAuthority(folder: string, names: readonly string[]): Promise<Authority> {
  mkdirSync(folder, { recursive: true });
  const ca = { key: join(folder, 'ca.key'), certificate: join(folder, 'ca.crt') };
  await execute('openssl', [
    'req',
    '-x509',
    ...elliptic,
    '-subj',
    '/CN=conformance',
    '-keyout',
    ca.key,
    '-out',
    ca.certificate,
  ]);

  const all = ['IP:127.0.0.1', 'localhost', 'kubernetes.default.svc', ...names];
  const hosts = all.map(name => (name.startsWith('IP:') ? name : `DNS:${name}`));
  const accounts = { key: join(folder, 'accounts.key'), publicKey: join(folder, 'accounts.pub') };
  const own = { ca: ca.certificate, caKey: ca.key };
  const [server, admin] = await Promise.all([
    signed(folder, 'server', own, ['-subj', '/CN=kube-apiserver', '-addext', `subjectAltName=${hosts.join(',')}`]),
    signed(folder, 'admin', own, ['-subj', '/O=system:masters/CN=admin', '-addext', 'extendedKeyUsage=clientAuth']),
    execute('openssl', ['genrsa', '-out', accounts.key, '2048']),
  ]);
  await execute('openssl', ['rsa', '-in', accounts.key, '-pubout', '-out', accounts.publicKey]);
  return { ...own, server, admin, accounts };
}

/** A key and the certificate that an authority gives it. @param args of `openssl req`: subject and extensions */
export async function signed(
  folder: string,
  name: string,
  { ca, caKey }: Pick<Authority, 'ca' | 'caKey'>,
  args: readonly string[],
): Promise<KeyPair> {
  const pair = { key: join(folder, `${name}.key`), certificate: join(folder, `${name}.crt`) };
  await execute('openssl', [
    'req',
    '-x509',
    '-CA',
    ca,
    '-CAkey',
    caKey,
    ...elliptic,
    '-addext',
    'basicConstraints=CA:FALSE',
    ...args,
    '-keyout',
    pair.key,
    '-out',
    pair.certificate,
  ]);
  return pair;
}

/** A kubeconfig with everything in it, as text: JSON, which is YAML. */
export function kubeconfig(name: string, url: string, { ca, admin }: Authority): string {
  return JSON.stringify(
    {
      'apiVersion': 'v1',
      'kind': 'Config',
      'clusters': [{ name, cluster: { 'server': url, 'certificate-authority-data': encoded(ca) } }],
      'users': [
        {
          name,
          user: { 'client-certificate-data': encoded(admin.certificate), 'client-key-data': encoded(admin.key) },
        },
      ],
      'contexts': [{ name, context: { cluster: name, user: name, namespace: 'argocd' } }],
      'current-context': name,
    },
    null,
    2,
  );
}

/** A file as base64. */
export function encoded(file: string): string {
  return readFileSync(file).toString('base64');
}
