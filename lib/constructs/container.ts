import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { portNameOf } from '../model/endpoint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { SecretFile, SecretRef } from '../model/secret-ref.ts';
import { ask, askerOf, ComponentChart } from './component-chart.ts';
import { kubernetes } from './kubernetes.ts';
import { probesOf } from './no-probes.ts';
import { oncePerPort, openedBy } from './opened-endpoints.ts';
import type { PodProps } from './pod-props.ts';
import { kubeProbe } from './probe.ts';
import { secretPath } from './secret-files.ts';
import type { FullSizing } from './sizing.ts';
import { mountsOf } from './volumes.ts';

/** The house container: exact image, own limits, probes, and no right that it does not need. */
export function houseContainer(scope: Construct, props: PodProps): k8s.Container {
  const { surroundings } = ComponentChart.of(scope);
  const { component, service: name } = askerOf(scope);
  const { command, args, env = {}, sizing } = props;
  const probes = probesOf(props);
  const ports = openedBy(scope, props);
  const variables = Object.entries(env).map(([key, value]) => variable(scope, key, value));
  const probedPort = ports[0] ? portNameOf(ports[0]) : '';

  return {
    name,
    image: surroundings.imageOf(component, name),
    imagePullPolicy: 'IfNotPresent', // tags are exact, and an edge without its link must still start pods
    command: command && [...command],
    args: args && [...args],
    ports: ports.length > 0 ? oncePerPort(ports).map(portOf) : undefined, // the API server drops an empty list
    env: variables.length > 0 ? variables : undefined,
    resources: resourcesOf(sizing),
    livenessProbe: probes && kubeProbe(probes.liveness, probedPort),
    readinessProbe: probes && kubeProbe(probes.readiness, probedPort),
    startupProbe: probes?.startup && kubeProbe(probes.startup, probedPort),
    securityContext: {
      allowPrivilegeEscalation: false,
      privileged: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: mountsOf(scope, props),
  };
}

function portOf(endpoint: Endpoint): k8s.ContainerPort {
  return { name: portNameOf(endpoint), containerPort: endpoint.port, protocol: 'TCP' };
}

function variable(scope: Construct, name: string, value: string | SecretRef | SecretFile): k8s.EnvVar {
  if (typeof value === 'string') return { name, value };
  ask(scope, 'secret', value);
  if ('as' in value) return { name, value: secretPath(value) };
  return { name, valueFrom: { secretKeyRef: { name: value.secret, key: value.key } } };
}

function resourcesOf({ cpu, cpuLimit, memory, memoryLimit, scratch }: FullSizing): k8s.ResourceRequirements {
  const quantity = (text: string): k8s.Quantity => kubernetes.Quantity.fromString(text);
  return {
    requests: { 'cpu': quantity(cpu), 'memory': quantity(memory), 'ephemeral-storage': quantity(scratch) },
    limits: { 'cpu': quantity(cpuLimit), 'memory': quantity(memoryLimit), 'ephemeral-storage': quantity(scratch) },
  };
}
