import type { Construct } from 'constructs';
import type { Variables } from '../model/pods/container.ts';
import type { Volume } from '../model/pods/volume.ts';
import { entryFault } from '../model/secret-ref.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import { ComponentChart } from './component-chart.ts';
import type { PodProps } from './pod-props.ts';
import { refuse } from './refuse.ts';

/** Refuses entries of Secrets that Secret Manager would not take the names of. Each environment has its own entries. */
export function checkEntries(scope: Construct, { env, sidecars, initContainers, volumes = {} }: PodProps): void {
  const { component, surroundings } = ComponentChart.of(scope);
  if (!surroundings.environment) return;
  const refs = [
    ...inVariables(env),
    ...Object.values({ ...sidecars, ...initContainers }).flatMap(each => inVariables(each.env)),
    ...Object.values(volumes).flatMap(inVolume),
  ];
  for (const ref of refs) {
    const fault = entryFault(ref, [surroundings.environment.name, component]);
    if (fault !== undefined) refuse(scope, 'malformed', `Secret '${ref.secret}': ${fault}`);
  }
}

function inVariables(env: Variables = {}): SecretRef[] {
  return Object.values(env).filter(value => typeof value !== 'string');
}

function inVolume(volume: Volume): SecretRef[] {
  const sources = 'projected' in volume ? volume.projected : [volume];
  return sources.flatMap(source =>
    'secret' in source ? source.secret.keys.map(key => ({ secret: source.secret.name, key })) : [],
  );
}
