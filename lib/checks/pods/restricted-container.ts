import type { JsonMap } from '../../yaml/json.ts';
import { at, listAt, mapAt, textAt } from '../../yaml/json-path.ts';
import { containersOf, podTemplateOf, templateKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

export const restrictedContainer: ObjectRule = {
  id: 'restricted-container',
  why: 'The namespaces admit containers of the restricted level only, and any right more is a way out of them.',
  fix: 'Let lib/constructs/container.ts make the container, or take over its security context.',
  kinds: templateKinds,
  exemptible: true,

  check: (manifest, { world }) => {
    const pod = mapAt(podTemplateOf(manifest)!.spec, 'securityContext');
    return containersOf(manifest, world).flatMap(({ title, spec }) =>
      problems(spec, { ...pod, ...mapAt(spec, 'securityContext') }).map(problem => `${title} ${problem}`),
    );
  },
};

/** @param context of the pod, and over it the container's own */
function problems(spec: JsonMap, context: JsonMap): string[] {
  const profile = textAt(context, 'seccompProfile', 'type') ?? '';
  const added = listAt(context, 'capabilities', 'add').filter(capability => capability !== 'NET_BIND_SERVICE');
  const requirements: readonly (readonly [boolean, string])[] = [
    [context.allowPrivilegeEscalation === false, 'does not forbid privilege escalation'],
    [context.privileged !== true, 'is privileged'],
    [context.readOnlyRootFilesystem === true, 'may write to its root file system'],
    [context.runAsNonRoot === true, 'may run as root'],
    [context.runAsUser !== 0, 'runs as user 0'],
    [/^(RuntimeDefault|Localhost)$/.test(profile), `has seccomp profile '${profile}', it must be 'RuntimeDefault'`],
    [listAt(context, 'capabilities', 'drop').includes('ALL'), "does not drop the capabilities 'ALL'"],
    [added.length === 0, `adds the capabilities '${added.join(', ')}'`],
    [(context.procMount ?? 'Default') === 'Default', 'changes procMount'],
    [context.seLinuxOptions === undefined, 'sets seLinuxOptions'],
    [textAt(context, 'appArmorProfile', 'type') !== 'Unconfined', 'is not confined by AppArmor'],
    [listAt(spec, 'ports').every(port => (at(port, 'hostPort') ?? 0) === 0), 'opens a port of its node'],
  ];
  return requirements.filter(([holds]) => !holds).map(([, problem]) => problem);
}
