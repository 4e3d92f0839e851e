import type { Construct } from 'constructs';
import { amountOf } from '../model/amounts.ts';
import { listed } from '../model/input/did-you-mean.ts';
import type { Mounts } from '../model/pods/volume.ts';
import { repeated } from '../model/repeated.ts';
import { bytesText } from '../model/quantity.ts';
import { extraContainerMounts } from './extra-volumes.ts';
import type { PodProps } from './pod-props.ts';
import { totalOf } from './pod-total.ts';
import { refuse } from './refuse.ts';
import { houseMounts, mountsOf } from './volumes.ts';

/** Refuses volumes and mounts that clash, that name nothing, or that hold more than the pod may use. */
export function checkMounts(scope: Construct, props: PodProps): void {
  const house = houseMounts(scope, props).map(({ name }) => name);
  const volumes = Object.keys(props.volumes ?? {});
  for (const name of volumes.filter(each => house.includes(each))) {
    refuse(scope, 'duplicate', `'volumes.${name}' is a volume of the pod already, it must have another name`);
  }
  checkUnique(scope, '', mountsOf(scope, props));
  checkNames(scope, 'mounts', props.mounts, [...house, ...volumes]);
  for (const field of ['sidecars', 'initContainers'] as const) {
    for (const [name, container] of Object.entries(props[field] ?? {})) {
      checkUnique(scope, ` of container '${name}'`, extraContainerMounts(name, container, props));
      checkNames(scope, `${field}.${name}.mounts`, container.mounts, [...house, ...volumes]);
    }
  }
  checkFolders(scope, props);
}

function checkUnique(scope: Construct, whose: string, mounts: readonly { readonly mountPath: string }[]): void {
  for (const path of repeated(mounts.map(({ mountPath }) => mountPath))) {
    refuse(scope, 'duplicate', `'${path}'${whose} is mounted twice, each folder must have one volume`);
  }
}

function checkNames(scope: Construct, field: string, mounts: Mounts = {}, known: readonly string[]): void {
  for (const [path, { volume }] of Object.entries(mounts)) {
    if (known.includes(volume)) continue;
    const must = `must be a volume of the pod: ${listed([...new Set(known)], volume)}`;
    refuse(scope, 'unknown-name', `'${field}.${path}.volume' ('${volume}') ${must}`);
  }
}

/** The kubelet evicts a pod whose folders outgrow what its containers may use, however large each folder may be. */
function checkFolders(scope: Construct, props: PodProps): void {
  for (const [name, volume] of Object.entries(props.volumes ?? {})) {
    if (!('emptyDir' in volume)) continue;
    const { size, medium } = volume.emptyDir;
    const field = medium === 'memory' ? 'memoryLimit' : 'scratch';
    const most = totalOf(props, field);
    if (amountOf(size) <= most) continue;
    const must = `must not exceed '${field}' of all containers (${bytesText(most)}), to which it counts`;
    refuse(scope, 'conflict', `'volumes.${name}.emptyDir.size' (${size}) ${must}`);
  }
}
