import { accountWithoutToken } from './pods/account-without-token.ts';
import { applicationPath } from './argocd/application-path.ts';
import { applicationSources } from './argocd/application-sources.ts';
import { budgetAllowsEviction } from './ownership/budget-allows-eviction.ts';
import { clusterScopedOnce } from './ownership/cluster-scoped-once.ts';
import { componentInOneNamespace } from './ownership/component-in-one-namespace.ts';
import { containerProbes } from './pods/container-probes.ts';
import { containerResources } from './pods/container-resources.ts';
import { exemptionNeeded } from './exemption-needed.ts';
import { fitsItsStore } from './admission/fits-its-store.ts';
import { flowEndsExist } from './network/flow-ends-exist.ts';
import { guardedData } from './ownership/guarded-data.ts';
import { ingressBackendExists } from './references/ingress-backend-exists.ts';
import { modestRole } from './pods/modest-role.ts';
import { mountHasVolume } from './admission/mount-has-volume.ts';
import { networkAsDeclared } from './network/network-as-declared.ts';
import { noPlaceholder } from './secrecy/no-placeholder.ts';
import { noSecretObject } from './secrecy/no-secret-object.ts';
import { noSecretText } from './secrecy/no-secret-text.ts';
import { noSecretVariable } from './secrecy/no-secret-variable.ts';
import { nodePortUnique } from './ownership/node-port-unique.ts';
import { objectOnce } from './ownership/object-once.ts';
import { pinnedImage } from './pods/pinned-image.ts';
import { policyInUse } from './network/policy-in-use.ts';
import { probePortExists } from './references/probe-port-exists.ts';
import { projectAdmits } from './argocd/project-admits.ts';
import { contractKept } from './contracts/contract-kept.ts';
import { metricsOfVersion } from './queries/metrics-of-version.ts';
import { queryReadsSeries } from './queries/query-reads-series.ts';
import { referenceResolves } from './references/reference-resolves.ts';
import { replicasOwnedOnce } from './ownership/replicas-owned-once.ts';
import { restrictedContainer } from './pods/restricted-container.ts';
import { restrictedPod } from './pods/restricted-pod.ts';
import type { Rule } from './rule.ts';
import { scalerTargetExists } from './references/scaler-target-exists.ts';
import { selectorFindsOwnPods } from './admission/selector-finds-own-pods.ts';
import { serviceFindsPods } from './references/service-finds-pods.ts';
import { statedProtocol } from './pods/stated-protocol.ts';
import { uniqueItems } from './admission/unique-items.ts';
import { unitDelivered } from './argocd/unit-delivered.ts';
import { validKey } from './admission/valid-key.ts';
import { validLabels } from './admission/valid-labels.ts';
import { validName } from './admission/valid-name.ts';
import { validPort } from './admission/valid-port.ts';
import { validSchedule } from './admission/valid-schedule.ts';
import { validSchema } from './admission/valid-schema.ts';

/** WHERE A NEW RULE GOES: one file beside this one, one line here, and a failing case in test/checks/. */
export const rules: readonly Rule[] = [
  // What an API server would refuse.
  validSchema,
  validName,
  validLabels,
  validKey,
  validPort,
  validSchedule,
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
  metricsOfVersion,
  contractKept,

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
