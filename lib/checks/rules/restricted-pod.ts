import type { JsonMap } from '../../synth/manifest.ts';
import { at, listAt, mapAt, textAt } from '../json-path.ts';
import { podTemplateOf, workloadKinds } from '../pods.ts';
import type { ObjectRule } from './rule.ts';

// The volumes of Pod Security's `restricted` level.
const allowedVolumes = [
  'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret',
];
const safeSysctl = /^(kernel\.shm_rmid_forced|net\.ipv4\.(ip_local_port_range|ip_unprivileged_port_start|tcp_syncookies|ping_group_range|ip_local_reserved_ports|tcp_keepalive_(time|intvl|probes)|tcp_fin_timeout))$/;

export const restrictedPod: ObjectRule = {
  id: 'restricted-pod',
  why: 'The namespaces admit pods of the restricted level only, and a pod that shares the node can take it over.',
  fix: 'Let lib/constructs/pod.ts make the pod, or take over its security context.',
  kinds: workloadKinds,
  exemptible: true,

  check: manifest => {
    const { spec } = podTemplateOf(manifest)!;
    return [
      ...['hostNetwork', 'hostPID', 'hostIPC'].filter(field => spec[field] === true).map(field => `sets ${field}`),
      ...(at(spec, 'securityContext', 'runAsNonRoot') === false ? ['lets its containers run as root'] : []),
      ...(at(spec, 'securityContext', 'runAsUser') === 0 ? ['runs as user 0'] : []),
      ...listAt(spec, 'volumes').flatMap(volume => Object.keys(mapAt(volume))
        .filter(key => key !== 'name' && !allowedVolumes.includes(key))
        .map(kind => `has volume '${textAt(volume, 'name') ?? ''}' of kind '${kind}', which a restricted pod must not have`)),
      ...listAt(spec, 'securityContext', 'sysctls').map(sysctl => textAt(sysctl, 'name') ?? '')
        .filter(name => !safeSysctl.test(name)).map(name => `sets the sysctl '${name}', which is not a safe one`),
      ...tokenProblems(spec),
    ];
  },
};

/** A token is mounted by hand where one is needed: then it is short-lived, and seen in review. */
function tokenProblems(spec: JsonMap): string[] {
  const account = textAt(spec, 'serviceAccountName');
  return [
    ...(at(spec, 'automountServiceAccountToken') === false ? [] : ['does not turn automountServiceAccountToken off']),
    ...(account === undefined || account === 'default' ? ["runs as service account 'default', it must have its own"] : []),
  ];
}
