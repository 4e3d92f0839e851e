import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { guarded } from '../../model/sync.ts';
import type { SecretRef } from '../../model/secret-ref.ts';
import { clusterObject } from '../cluster-object.ts';
import { ask, ComponentChart, serviceNameOf } from '../component-chart.ts';
import { inNoBase } from '../in-no-base.ts';
import { podLabels } from '../labels.ts';
import { authenticationReaders } from './authentication-reader.ts';
import type { KedaScaling } from './keda-scaling.ts';
import { triggerText } from './trigger-text.ts';
import type { TriggerText } from './trigger-text.ts';
import type { Trigger } from './triggers.ts';

/** The autoscaler of KEDA for a workload of the service's name, and the credentials that it shows. In no base. */
export function scaledObject(scope: Construct, kind: 'Deployment' | 'StatefulSet', keda: KedaScaling): void {
  const { min, max, pollingInterval, cooldownPeriod, triggers } = keda;
  const { surroundings } = ComponentChart.of(scope);
  const name = serviceNameOf(scope);
  const texts = triggers.map(trigger => triggerText(scope, trigger));
  const names = uniqueNames(texts.map(({ type }) => `${name}-${type}`));

  for (const [index, trigger] of triggers.entries()) {
    const entries = authenticationOf(trigger);
    if (entries.length > 0) triggerAuthentication(scope, names[index]!, entries);
  }
  kedaObject(scope, 'ScaledObject', name, {
    scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
    minReplicaCount: min,
    maxReplicaCount: max,
    ...(pollingInterval !== undefined && { pollingInterval }),
    ...(cooldownPeriod !== undefined && { cooldownPeriod }),
    triggers: triggers.map((trigger, index) => ({
      ...texts[index]!,
      ...(authenticationOf(trigger).length > 0 && { authenticationRef: { name: names[index]! } }),
    })),
  });
  for (const object of authenticationReaders(surroundings.platform.operators)) clusterObject(scope, object);
}

/** The first of a type has its name, others have a number behind it. */
function uniqueNames(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const before = names.slice(0, index).filter(each => each === name).length;
    return before === 0 ? name : `${name}-${before + 1}`;
  });
}

function authenticationOf(trigger: Trigger): [parameter: string, entry: SecretRef][] {
  return 'authentication' in trigger ? Object.entries(trigger.authentication ?? {}) : [];
}

function triggerAuthentication(scope: Construct, name: string, entries: readonly [string, SecretRef][]): void {
  for (const [, entry] of entries) ask(scope, 'secret', entry);
  kedaObject(scope, 'TriggerAuthentication', name, {
    secretTargetRef: entries.map(([parameter, { secret, key }]) => ({ parameter, name: secret, key })),
  });
}

/** An object of KEDA's, which another Application brings. */
function kedaObject(scope: Construct, kind: string, name: string, spec: TriggerSpec): void {
  const metadata = { name, labels: podLabels(scope), annotations: guarded('kindComesLater') };
  inNoBase(new ApiObject(scope, `${kind}-${name}`, { apiVersion: 'keda.sh/v1alpha1', kind, metadata, spec }));
}

type TriggerSpec = Readonly<Record<string, string | number | object | readonly TriggerText[]>>;
