import type { k8s } from 'cdk8s-plus-28';
import type { Variables } from '../model/pods/container.ts';
import type { SecretFile } from '../model/secret-ref.ts';

/** Where the container finds the entry. */
export function secretPath({ secret, key }: SecretFile): string {
  return `${folderOf(secret)}/${key}`;
}

/** A volume for each Secret, with those of its entries that are wanted as files. */
export function secretVolumes({ env = {} }: { readonly env?: Variables }): k8s.Volume[] {
  return [...keysBySecret(env)].map(([secret, keys]) => ({
    name: volumeName(secret),
    secret: { secretName: secret, defaultMode: 0o440, items: keys.map(key => ({ key, path: key })) },
  }));
}

/** Where those volumes are mounted. */
export function secretMounts({ env = {} }: { readonly env?: Variables }): k8s.VolumeMount[] {
  return [...keysBySecret(env).keys()].map(secret => ({
    name: volumeName(secret),
    mountPath: folderOf(secret),
    readOnly: true,
  }));
}

function keysBySecret(env: Variables): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const value of Object.values(env)) {
    if (typeof value === 'string' || !('as' in value)) continue;
    result.set(value.secret, [...new Set([...(result.get(value.secret) ?? []), value.key])]);
  }
  return result;
}

function folderOf(secret: string): string {
  return `/etc/secrets/${secret}`;
}

function volumeName(secret: string): string {
  return `secret-${secret}`;
}
