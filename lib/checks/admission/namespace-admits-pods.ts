import { admits, podLevelOf } from '../../kinds/pods/pod-level.ts';
import { namespaceOf } from '../../model/manifest.ts';
import type { PodSecurityLevel } from '../../model/pod-security.ts';
import { textsAt } from '../../yaml/json-path.ts';
import { templateKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

export const namespaceAdmitsPods: ObjectRule = {
  id: 'namespace-admits-pods',
  why: 'Pods of a lower level of Pod Security than their namespace enforces are refused, and only events say so.',
  fix: "Mend the security context of the pods, or say the level in the component's 'podSecurity'.",
  kinds: templateKinds,

  check: (manifest, { unit, world }) => {
    const namespace = namespaceOf(manifest) ?? '';
    const [ground] = world.deliveriesOf(unit.cluster, `/Namespace//${namespace}`);
    if (!ground) return []; // that it is missing is another rule's finding
    const labels = textsAt(ground.manifest, 'metadata', 'labels');
    const enforced = (labels['pod-security.kubernetes.io/enforce'] ?? 'privileged') as PodSecurityLevel;
    const level = podLevelOf([manifest]);
    if (admits(enforced, level)) return [];
    return [`has pods of the level '${level}', but namespace '${namespace}' enforces '${enforced}'`];
  },
};
