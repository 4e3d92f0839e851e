import type { JsonMap } from '../../yaml/json.ts';
import { at, listAt, mapAt, textAt } from '../../yaml/json-path.ts';
import { restrictedVolumes, safeSysctls } from './pod-security.ts';
import { podTemplateOf, templateKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

export const restrictedPod: ObjectRule = {
  id: 'restricted-pod',
  why: 'The namespaces admit pods of the restricted level only, and a pod that shares the node can take it over.',
  fix: 'Let lib/constructs/pod.ts make the pod, or take over its security context.',
  kinds: templateKinds,
  exemptible: true,

  check: manifest => {
    const { spec } = podTemplateOf(manifest)!;
    const account = spec.serviceAccountName ?? 'default';
    return [
      ...['hostNetwork', 'hostPID', 'hostIPC'].filter(field => spec[field] === true).map(field => `sets ${field}`),
      ...(at(spec, 'securityContext', 'runAsNonRoot') === false ? ['lets its containers run as root'] : []),
      ...(at(spec, 'securityContext', 'runAsUser') === 0 ? ['runs as user 0'] : []),
      ...volumeProblems(spec),
      ...listAt(spec, 'securityContext', 'sysctls')
        .map(sysctl => textAt(sysctl, 'name') ?? '')
        .filter(name => !safeSysctls.includes(name))
        .map(name => `sets the sysctl '${name}', which is not a safe one`),
      // Mounted by hand where one is needed, a token is short-lived and seen in review.
      ...(spec.automountServiceAccountToken === false ? [] : ['does not turn automountServiceAccountToken off']),
      ...(account === 'default' ? ["runs as service account 'default', it must have its own"] : []),
    ];
  },
};

function volumeProblems(spec: JsonMap): string[] {
  return listAt(spec, 'volumes').flatMap(volume =>
    Object.keys(mapAt(volume))
      .filter(kind => kind !== 'name' && !restrictedVolumes.includes(kind))
      .map(kind => `has volume '${textAt(volume, 'name') ?? ''}' of kind '${kind}', which restricted pods do not have`),
  );
}
