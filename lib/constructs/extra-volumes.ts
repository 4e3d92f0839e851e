import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { InitContainer } from '../model/pods/container.ts';
import type { Mounts } from '../model/pods/volume.ts';
import type { PodProps } from './pod-props.ts';
import { kubernetes } from './kubernetes.ts';
import { secretMounts, secretVolumes } from './secret-files.ts';
import { volumeName } from './volume-name.ts';
import { isReadOnly, volumeSource } from './volume-source.ts';

/** Volumes that a service or its environment names, and those of containers beside its own. */
export function extraVolumes(scope: Construct, props: PodProps): k8s.Volume[] {
  return [
    ...Object.entries({ ...props.sidecars, ...props.initContainers }).flatMap(([name, container]) => [
      ...folders(container).map(path => ({
        name: volumeName(`${name}${path}`),
        emptyDir: { sizeLimit: kubernetes.Quantity.fromString(container.sizing.scratch) },
      })),
      ...secretVolumes(container).map(volume => ({ ...volume, name: volumeName(`${name}-${volume.name}`) })),
    ]),
    ...Object.entries(props.volumes ?? {}).map(([name, volume]) => ({ name, ...volumeSource(scope, volume) })),
  ];
}

/** Where a service's own container finds the volumes that are named for it. */
export function extraMounts({ mounts, volumes }: Pick<PodProps, 'mounts' | 'volumes'>): k8s.VolumeMount[] {
  return mountsIn(mounts, volumes);
}

/** Where a container beside it finds its own folders, its Secrets, and the volumes that are named for it. */
export function extraContainerMounts(name: string, container: InitContainer, props: PodProps): k8s.VolumeMount[] {
  return [
    ...folders(container).map(mountPath => ({ name: volumeName(`${name}${mountPath}`), mountPath })),
    ...secretMounts(container).map(mount => ({ ...mount, name: volumeName(`${name}-${mount.name}`) })),
    ...mountsIn(container.mounts, props.volumes),
  ];
}

function folders({ writable = [] }: InitContainer): string[] {
  return ['/tmp', ...writable];
}

function mountsIn(mounts: Mounts = {}, volumes: PodProps['volumes'] = {}): k8s.VolumeMount[] {
  return Object.entries(mounts).map(([mountPath, { volume, readOnly = isReadOnly(volumes[volume]), subPath }]) => ({
    name: volume,
    mountPath,
    subPath,
    readOnly: readOnly || undefined,
  }));
}
