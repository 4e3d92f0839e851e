import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { portNameOf } from '../model/endpoint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { Hook, Lifecycle, Variables } from '../model/pods/container.ts';
import { devicesOf } from '../model/pods/gpus.ts';
import type { Gpus } from '../model/pods/gpus.ts';
import { ask } from './component-chart.ts';
import { kubernetes } from './kubernetes.ts';
import { kubeProbe } from './probe.ts';
import type { Probes } from './probe.ts';
import { oncePerPort } from './opened-endpoints.ts';
import { secretPath } from './secret-files.ts';
import type { FullSizing } from './sizing.ts';

/** What no container of the house may do, whosever image it runs. */
export const confined: k8s.SecurityContext = {
  allowPrivilegeEscalation: false,
  privileged: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/** Variables as Kubernetes writes them; the entries of Secrets among them are asked for. */
export function variablesOf(scope: Construct, env: Variables = {}): k8s.EnvVar[] | undefined {
  const variables = Object.entries(env).map(([name, value]): k8s.EnvVar => {
    if (typeof value === 'string') return { name, value };
    ask(scope, 'secret', value);
    if ('as' in value) return { name, value: secretPath(value) };
    return { name, valueFrom: { secretKeyRef: { name: value.secret, key: value.key } } };
  });
  return variables.length > 0 ? variables : undefined;
}

/** Ports of a container: those of the endpoints that it opens, and those that only its pod knows. */
export function portsOf(
  endpoints: readonly Endpoint[],
  own: Readonly<Record<string, number>> = {},
): k8s.ContainerPort[] {
  return [
    ...oncePerPort(endpoints).map(endpoint => ({
      name: portNameOf(endpoint),
      containerPort: endpoint.port,
      protocol: 'TCP',
    })),
    ...Object.entries(own).map(([name, containerPort]) => ({ name, containerPort, protocol: 'TCP' })),
  ];
}

/** Probes and hooks of a container, which ask its first port. */
export function signalsOf(
  probes: Probes | undefined,
  lifecycle: Lifecycle | undefined,
  [first]: readonly k8s.ContainerPort[],
): Pick<k8s.Container, 'livenessProbe' | 'readinessProbe' | 'startupProbe' | 'lifecycle'> {
  const port = first?.name ?? '';
  return {
    livenessProbe: probes && kubeProbe(probes.liveness, port),
    readinessProbe: probes && kubeProbe(probes.readiness, port),
    startupProbe: probes?.startup && kubeProbe(probes.startup, port),
    lifecycle: lifecycle && {
      postStart: lifecycle.postStart && hookOf(lifecycle.postStart, port),
      preStop: lifecycle.preStop && hookOf(lifecycle.preStop, port),
    },
  };
}

/** What a container asks for and may use. Devices cannot be shared, so it has those that it asks for. */
export function resourcesOf(
  { cpu, cpuLimit, memory, memoryLimit, scratch }: FullSizing,
  gpus?: Gpus,
): k8s.ResourceRequirements {
  const quantity = (text: string): k8s.Quantity => kubernetes.Quantity.fromString(text);
  const devices = Object.fromEntries(
    Object.entries(devicesOf(gpus)).map(([name, count]) => [name, quantity(String(count))]),
  );
  return {
    requests: { 'cpu': quantity(cpu), 'memory': quantity(memory), 'ephemeral-storage': quantity(scratch), ...devices },
    limits: {
      'cpu': quantity(cpuLimit),
      'memory': quantity(memoryLimit),
      'ephemeral-storage': quantity(scratch),
      ...devices,
    },
  };
}

function hookOf(hook: Hook, port: string): k8s.LifecycleHandler {
  if ('command' in hook) return { exec: { command: [...hook.command] } };
  return { httpGet: { path: hook.path, port: kubernetes.IntOrString.fromString(port) } };
}
