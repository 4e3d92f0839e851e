import type { Construct } from 'constructs';
import { localNameOf } from '../model/endpoint.ts';
import { listed } from '../model/input/did-you-mean.ts';
import type { Hook, Lifecycle, Sidecar } from '../model/pods/container.ts';
import type { Probe, Probes } from '../model/pods/probe.ts';
import { repeated } from '../model/repeated.ts';
import { checkSizing } from './check-sizing.ts';
import { offersOf, serviceNameOf } from './component-chart.ts';
import { portsOf } from './container-parts.ts';
import { probesOf } from './no-probes.ts';
import { asksByPort } from './probe.ts';
import { openedBy, openedByOwnContainer, openedBySidecar } from './opened-endpoints.ts';
import type { PodProps } from './pod-props.ts';
import { refuse } from './refuse.ts';

/** Refuses containers of a pod that share what must differ, and those that name or want what is not there. */
export function checkContainers(scope: Construct, props: PodProps): void {
  const { sidecars = {}, initContainers = {} } = props;
  const names = [serviceNameOf(scope), ...Object.keys(sidecars), ...Object.keys(initContainers)];
  checkOnce(scope, 'container', names);
  for (const [name, { sizing }] of Object.entries(sidecars)) checkSizing(scope, sizing, `sidecars.${name}.sizing.`);
  for (const [name, { sizing }] of Object.entries(initContainers)) {
    checkSizing(scope, sizing, `initContainers.${name}.sizing.`);
  }
  checkPorts(scope, props, sidecars);
  const own = portsOf(openedByOwnContainer(scope, props), props.ports);
  const probes = openedBy(scope, props).length > 0 ? probesOf(props) : undefined; // else its shape has told
  if (own.length === 0 && asksPort(probes, props.lifecycle)) {
    const must = "must be commands, or there must be a port for them in 'ports', because it opens no endpoint itself";
    refuse(scope, 'missing', `probes and hooks ${must}`);
  }
  for (const [name, sidecar] of Object.entries(sidecars)) {
    checkOffers(scope, name, sidecar);
    const hasPort = openedBySidecar(scope, sidecar).length > 0 || Object.keys(sidecar.ports ?? {}).length > 0;
    if (!hasPort && asksPort(sidecar.probes, sidecar.lifecycle)) {
      const must = "must be commands, or there must be a port for them in 'ports' or 'endpoints'";
      refuse(scope, 'missing', `'sidecars.${name}': probes and hooks ${must}`);
    }
  }
}

/** Containers of one pod share its network. */
function checkPorts(scope: Construct, props: PodProps, sidecars: Readonly<Record<string, Sidecar>>): void {
  const ports = [
    ...portsOf(openedByOwnContainer(scope, props), props.ports),
    ...Object.values(sidecars).flatMap(sidecar => portsOf(openedBySidecar(scope, sidecar), sidecar.ports)),
  ];
  checkOnce(
    scope,
    'port name',
    ports.map(({ name }) => name!),
  );
  checkOnce(
    scope,
    'port',
    ports.map(({ containerPort }) => String(containerPort)),
  );
}

function checkOnce(scope: Construct, what: string, names: readonly string[]): void {
  for (const name of repeated(names)) {
    refuse(scope, 'duplicate', `${what} '${name}' is there twice in one pod, each must be there once`);
  }
}

function checkOffers(scope: Construct, name: string, { endpoints = [] }: Sidecar): void {
  const offered = offersOf(scope).map(localNameOf);
  for (const endpoint of endpoints) {
    if (offered.includes(endpoint)) continue;
    const must = `must be offered by the service: ${listed(offered, endpoint)}`;
    refuse(scope, 'unknown-name', `'sidecars.${name}.endpoints' ('${endpoint}') ${must}`);
  }
}

function asksPort(probes: Probes | undefined, lifecycle: Lifecycle = {}): boolean {
  return (
    Object.values(probes ?? {}).some((probe: Probe | undefined) => probe !== undefined && asksByPort(probe))
    || Object.values(lifecycle).some((hook: Hook | undefined) => hook !== undefined && 'path' in hook)
  );
}
