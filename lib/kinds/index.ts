import { groupOf, namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { oncePerObject } from '../model/once-per-object.ts';
import { apiMachineryKinds } from './api-machinery.ts';
import { appsKinds } from './apps.ts';
import { argocdKinds } from './argocd.ts';
import { autoscalingKinds } from './autoscaling.ts';
import { batchKinds } from './batch.ts';
import { certManagerKinds } from './cert-manager.ts';
import { cloudnativePgKinds } from './cloudnative-pg.ts';
import { coreKinds } from './core.ts';
import { externalSecretsKinds } from './external-secrets.ts';
import { gatewayApiKinds } from './gateway-api.ts';
import { kedaKinds } from './keda.ts';
import type { Kind } from './kind.ts';
import { minioKinds } from './minio.ts';
import { networkingKinds } from './networking.ts';
import { podReferences } from './pods/pod-references.ts';
import type { Pods } from './pods/pods.ts';
import { policyKinds } from './policy.ts';
import { prometheusOperatorKinds } from './prometheus-operator.ts';
import { rabbitmqKinds } from './rabbitmq.ts';
import { rbacKinds } from './rbac.ts';
import { beside } from './reference.ts';
import type { Reference } from './reference.ts';
import type { Scaling } from './scaling.ts';
import { schedulingKinds } from './scheduling.ts';
import { storageKinds } from './storage.ts';
import { strimziKinds } from './strimzi.ts';

/** Every kind. WHERE A NEW KIND GOES: a row in its group's file, and a new file here. `kind.ts` says what a row decides. */
export const kinds: readonly Kind[] = [
  ...coreKinds,
  ...appsKinds,
  ...batchKinds,
  ...autoscalingKinds,
  ...networkingKinds,
  ...policyKinds,
  ...rbacKinds,
  ...schedulingKinds,
  ...storageKinds,
  ...apiMachineryKinds,
  ...gatewayApiKinds,
  ...argocdKinds,
  ...certManagerKinds,
  ...externalSecretsKinds,
  ...prometheusOperatorKinds,
  ...kedaKinds,
  ...strimziKinds,
  ...cloudnativePgKinds,
  ...minioKinds,
  ...rabbitmqKinds,
];

const byGroup = new Map<string, Map<string, Kind>>();
for (const kind of kinds) {
  const ofGroup = byGroup.get(kind.group) ?? new Map<string, Kind>();
  byGroup.set(kind.group, ofGroup.set(kind.kind, kind));
}

/** Group and kind as identities have them: `apps/Deployment`, `/Service`. */
export function kindName({ group, kind }: Kind): string {
  return `${group}/${kind}`;
}

/** The row of an object's kind, whatever its version; undefined where there is none. */
export function kindOf(manifest: Manifest): Kind | undefined {
  return byGroup.get(groupOf(manifest))?.get(manifest.kind);
}

/** Names of the kinds of which something is true, as `kindName` has them. */
export function namesOfKinds(isWanted: (kind: Kind) => boolean): readonly string[] {
  return kinds.filter(isWanted).map(kindName);
}

/** Whether an object belongs to a cluster as a whole, and so has no namespace. */
export function isClusterScoped(manifest: Manifest): boolean {
  return kindOf(manifest)?.scope === 'cluster';
}

/** The pods that an object makes, each sort of them once. A dozen rules ask for them. */
export const podsOf = oncePerObject(
  (manifest: Manifest): readonly Pods[] => kindOf(manifest)?.pods?.of(manifest) ?? [],
);

/** Every object that an object names: its namespace, what its kind says, and what its pods say. */
export function referencesOf(manifest: Manifest): Reference[] {
  const namespace = namespaceOf(manifest);
  return [
    ...(namespace === undefined ? [] : [{ kind: '/Namespace', namespace: undefined, name: namespace }]),
    ...(kindOf(manifest)?.names?.(manifest) ?? []),
    ...podsOf(manifest).flatMap(({ spec }) =>
      podReferences(spec, (kind, name, key) => beside(manifest, kind, name, key)),
    ),
  ];
}

/** Whose pods an object numbers; undefined where it is no autoscaler. */
export function scalingOf(manifest: Manifest): Scaling | undefined {
  return kindOf(manifest)?.scales?.(manifest);
}

/** Identity of the workload whose pods an autoscaler numbers. */
export function scaledIdentity(scaler: Manifest, { group, kind, name }: Scaling): string {
  return [group, kind, namespaceOf(scaler) ?? '', name].join('/');
}
