import type { JsonMap } from '../../synth/manifest.ts';
import { at, listAt, mapAt, textAt } from '../json-path.ts';
import { containersOf, podTemplateOf, workloadKinds } from '../pods.ts';
import type { ObjectRule } from './rule.ts';

export const restrictedContainer: ObjectRule = {
  id: 'restricted-container',
  why: 'The namespaces admit containers of the restricted level only, and any right more is a way out of the container.',
  fix: 'Let lib/constructs/container.ts make the container, or take over its security context.',
  kinds: workloadKinds,
  exemptible: true,

  check: manifest => {
    const pod = mapAt(podTemplateOf(manifest)!.spec, 'securityContext');
    return containersOf(manifest).flatMap(({ title, spec }) => (
      problems(mapAt(spec, 'securityContext'), pod, spec).map(problem => `${title} ${problem}`)
    ));
  },
};

/** What a container says counts before what its pod says. */
function problems(own: JsonMap, pod: JsonMap, spec: JsonMap): string[] {
  const user = own.runAsUser ?? pod.runAsUser;
  const profile = textAt(own, 'seccompProfile', 'type') ?? textAt(pod, 'seccompProfile', 'type');
  const added = listAt(own, 'capabilities', 'add').filter(capability => capability !== 'NET_BIND_SERVICE');
  const checks: [boolean, string][] = [
    [own.allowPrivilegeEscalation === false, 'does not forbid privilege escalation'],
    [own.privileged !== true, 'is privileged'],
    [own.readOnlyRootFilesystem === true, 'may write to its root file system'],
    [(own.runAsNonRoot ?? pod.runAsNonRoot) === true, 'may run as root'],
    [user !== 0, 'runs as user 0'],
    [profile === 'RuntimeDefault' || profile === 'Localhost', `has the seccomp profile '${profile ?? ''}', which must be 'RuntimeDefault'`],
    [listAt(own, 'capabilities', 'drop').includes('ALL'), "does not drop the capabilities 'ALL'"],
    [added.length === 0, `adds the capabilities '${added.join(', ')}'`],
    [own.procMount === undefined || own.procMount === 'Default', 'changes procMount'],
    [at(own, 'seLinuxOptions') === undefined && at(pod, 'seLinuxOptions') === undefined, 'sets seLinuxOptions'],
    [textAt(own, 'appArmorProfile', 'type') !== 'Unconfined', 'is not confined by AppArmor'],
    [listAt(spec, 'ports').every(port => (at(port, 'hostPort') ?? 0) === 0), 'opens a port of its node'],
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
}
