import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { InitContainer, Sidecar } from '../model/pods/container.ts';
import { askerOf, ComponentChart } from './component-chart.ts';
import { confined, portsOf, resourcesOf, signalsOf, variablesOf } from './container-parts.ts';
import { extraContainerMounts } from './extra-volumes.ts';
import { openedBySidecar } from './opened-endpoints.ts';
import type { PodProps } from './pod-props.ts';
import { startsFirst } from './starts-first.ts';

/** Containers with images of their own, and whether they are there before the service's own starts. */
export interface ExtraContainers {
  readonly beside: readonly k8s.Container[];
  readonly first: readonly k8s.Container[] | undefined;
}

/** The containers beside a service's own. Sidecars that start first do so before all else, which may go through them. */
export function extraContainers(scope: Construct, props: PodProps): ExtraContainers {
  const sidecars = Object.entries(props.sidecars ?? {});
  const first = [
    ...sidecars
      .filter(([, sidecar]) => startsFirst(sidecar, props))
      .map(([name, sidecar]) => ({ ...sidecarOf(scope, name, sidecar, props), restartPolicy: 'Always' })),
    ...Object.entries(props.initContainers ?? {}).map(([name, each]) => containerOf(scope, name, each, props)),
  ];
  return {
    beside: sidecars
      .filter(([, sidecar]) => !startsFirst(sidecar, props))
      .map(([name, sidecar]) => sidecarOf(scope, name, sidecar, props)),
    first: first.length > 0 ? first : undefined,
  };
}

function sidecarOf(scope: Construct, name: string, sidecar: Sidecar, props: PodProps): k8s.Container {
  const ports = portsOf(openedBySidecar(scope, sidecar), sidecar.ports);
  return {
    ...containerOf(scope, name, sidecar, props),
    ports: ports.length > 0 ? ports : undefined,
    ...signalsOf(sidecar.probes, sidecar.lifecycle, ports),
  };
}

function containerOf(scope: Construct, name: string, container: InitContainer, props: PodProps): k8s.Container {
  const { command, args, env, runAs, sizing } = container;
  return {
    name,
    image: imageOf(scope, name, container),
    imagePullPolicy: 'IfNotPresent',
    command: command && [...command],
    args: args && [...args],
    env: variablesOf(scope, env),
    resources: resourcesOf(sizing),
    securityContext: runAs === undefined ? confined : { ...confined, runAsUser: runAs, runAsGroup: runAs },
    volumeMounts: extraContainerMounts(name, container, props),
  };
}

/** An image of its own may be pinned; the service's is pinned as such. */
function imageOf(scope: Construct, name: string, { image }: InitContainer): string {
  const { surroundings, containers } = ComponentChart.of(scope);
  const { component, service } = askerOf(scope);
  if (image === undefined) return surroundings.imageOf(component, service);
  containers.add(`${component}/${service}/${name}`);
  return surroundings.containerImageOf(component, service, name, image);
}
