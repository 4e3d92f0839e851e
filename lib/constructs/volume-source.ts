import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { ConfigMapFiles, OwnClaim, SecretFiles, TokenFile, Volume } from '../model/pods/volume.ts';
import { claimSpec } from './claim.ts';
import { ask } from './component-chart.ts';
import { kubernetes } from './kubernetes.ts';

/** A volume as Kubernetes writes it; the entries of Secrets in it are asked for. */
export function volumeSource(scope: Construct, volume: Volume): Omit<k8s.Volume, 'name'> {
  if ('emptyDir' in volume) {
    const { size, medium } = volume.emptyDir;
    const sizeLimit = kubernetes.Quantity.fromString(size);
    return { emptyDir: { sizeLimit, medium: medium === 'memory' ? 'Memory' : undefined } };
  }
  if ('configMap' in volume) return { configMap: filesOf(volume) };
  if ('secret' in volume) {
    const { name: secretName, items } = entriesOf(scope, volume);
    return { secret: { secretName, defaultMode: 0o440, items } };
  }
  if ('projected' in volume) {
    return { projected: { defaultMode: 0o440, sources: volume.projected.map(source => projection(scope, source)) } };
  }
  if ('claim' in volume) return { persistentVolumeClaim: { claimName: volume.claim } };
  if ('ephemeralClaim' in volume) return { ephemeral: ephemeral(scope, volume) };
  const { driver, attributes } = volume.csi;
  return { csi: { driver, readOnly: true, volumeAttributes: attributes && { ...attributes } } };
}

/** Whether nobody can write to a volume, unless something else is said where it is mounted. */
export function isReadOnly(volume: Volume | undefined): boolean {
  return volume !== undefined && ['configMap', 'secret', 'projected', 'csi'].some(kind => kind in volume);
}

function projection(scope: Construct, source: ConfigMapFiles | SecretFiles | TokenFile): k8s.VolumeProjection {
  if ('configMap' in source) return { configMap: filesOf(source) };
  if ('secret' in source) return { secret: entriesOf(scope, source) };
  const { audience, path, expires = 3600 } = source.serviceAccountToken;
  return { serviceAccountToken: { audience, path, expirationSeconds: expires } };
}

function filesOf({ configMap: { name, items } }: ConfigMapFiles): { name: string; items?: k8s.KeyToPath[] } {
  return { name, items: items && Object.entries(items).map(([key, path]) => ({ key, path })) };
}

function entriesOf(
  scope: Construct,
  { secret: { name, keys } }: SecretFiles,
): { name: string; items: k8s.KeyToPath[] } {
  for (const key of keys) ask(scope, 'secret', { secret: name, key });
  return { name, items: keys.map(key => ({ key, path: key })) };
}

function ephemeral(scope: Construct, { ephemeralClaim }: OwnClaim): k8s.EphemeralVolumeSource {
  return { volumeClaimTemplate: { spec: claimSpec(scope, ephemeralClaim) } };
}
