import { accountWithoutToken } from './account-without-token.ts';
import { applicationPath } from './application-path.ts';
import { applicationSources } from './application-sources.ts';
import { budgetAllowsEviction } from './budget-allows-eviction.ts';
import { clusterScopedOnce } from './cluster-scoped-once.ts';
import { componentInOneNamespace } from './component-in-one-namespace.ts';
import { containerProbes } from './container-probes.ts';
import { containerResources } from './container-resources.ts';
import { exemptionNeeded } from './exemption-needed.ts';
import { fitsItsStore } from './fits-its-store.ts';
import { flowEndsExist } from './flow-ends-exist.ts';
import { guardedData } from './guarded-data.ts';
import { ingressBackendExists } from './ingress-backend-exists.ts';
import { modestRole } from './modest-role.ts';
import { mountHasVolume } from './mount-has-volume.ts';
import { networkAsDeclared } from './network-as-declared.ts';
import { noPlaceholder } from './no-placeholder.ts';
import { noSecretObject } from './no-secret-object.ts';
import { noSecretText } from './no-secret-text.ts';
import { noSecretVariable } from './no-secret-variable.ts';
import { nodePortUnique } from './node-port-unique.ts';
import { objectOnce } from './object-once.ts';
import { pinnedImage } from './pinned-image.ts';
import { policyInUse } from './policy-in-use.ts';
import { probePortExists } from './probe-port-exists.ts';
import { projectAdmits } from './project-admits.ts';
import { queryReadsSeries } from './query-reads-series.ts';
import { referenceResolves } from './reference-resolves.ts';
import { replicasOwnedOnce } from './replicas-owned-once.ts';
import { restrictedContainer } from './restricted-container.ts';
import { restrictedPod } from './restricted-pod.ts';
import type { Rule } from './rule.ts';
import { scalerTargetExists } from './scaler-target-exists.ts';
import { selectorFindsOwnPods } from './selector-finds-own-pods.ts';
import { serviceFindsPods } from './service-finds-pods.ts';
import { statedProtocol } from './stated-protocol.ts';
import { uniqueItems } from './unique-items.ts';
import { unitDelivered } from './unit-delivered.ts';
import { validKey } from './valid-key.ts';
import { validLabels } from './valid-labels.ts';
import { validName } from './valid-name.ts';
import { validPort } from './valid-port.ts';
import { validSchema } from './valid-schema.ts';

/** WHERE A NEW RULE GOES: one file beside this one, one line here, and a failing case in test/checks/. */
export const rules: readonly Rule[] = [
  // What an API server would refuse.
  validSchema,
  validName,
  validLabels,
  validKey,
  validPort,
  uniqueItems,
  fitsItsStore,
  selectorFindsOwnPods,
  mountHasVolume,

  // Who owns what.
  objectOnce,
  componentInOneNamespace,
  clusterScopedOnce,
  guardedData,
  nodePortUnique,
  replicasOwnedOnce,
  budgetAllowsEviction,

  // What pods must say.
  containerResources,
  containerProbes,
  pinnedImage,
  statedProtocol,
  restrictedPod,
  restrictedContainer,
  accountWithoutToken,
  modestRole,

  // What git must not hold.
  noSecretObject,
  noSecretText,
  noSecretVariable,
  noPlaceholder,

  // Whether what is named is there.
  referenceResolves,
  scalerTargetExists,
  serviceFindsPods,
  ingressBackendExists,
  probePortExists,
  queryReadsSeries,

  // Who may talk to whom.
  flowEndsExist,
  networkAsDeclared,
  policyInUse,

  // What Argo CD is told.
  unitDelivered,
  applicationPath,
  applicationSources,
  projectAdmits,

  exemptionNeeded,
];
