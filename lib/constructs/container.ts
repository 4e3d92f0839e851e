import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { askerOf, ComponentChart } from './component-chart.ts';
import { confined, portsOf, resourcesOf, signalsOf, variablesOf } from './container-parts.ts';
import { probesOf } from './no-probes.ts';
import { openedByOwnContainer } from './opened-endpoints.ts';
import type { PodProps } from './pod-props.ts';
import { mountsOf } from './volumes.ts';

/** The house container: exact image, own limits, probes, and no right that it does not need. */
export function houseContainer(scope: Construct, props: PodProps): k8s.Container {
  const { surroundings } = ComponentChart.of(scope);
  const { component, service: name } = askerOf(scope);
  const { command, args, env, lifecycle, sizing, gpus } = props;
  const ports = portsOf(openedByOwnContainer(scope, props), props.ports);

  return {
    name,
    image: surroundings.imageOf(component, name),
    imagePullPolicy: 'IfNotPresent', // tags are exact, and an edge without its link must still start pods
    command: command && [...command],
    args: args && [...args],
    ports: ports.length > 0 ? ports : undefined, // the API server drops an empty list
    env: variablesOf(scope, env),
    resources: resourcesOf(sizing, gpus),
    ...signalsOf(probesOf(props), lifecycle, ports),
    securityContext: confined,
    volumeMounts: mountsOf(scope, props),
  };
}
