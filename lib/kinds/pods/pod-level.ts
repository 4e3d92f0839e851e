import type { Manifest } from '../../model/manifest.ts';
import { podSecurityLevels } from '../../model/pod-security.ts';
import type { PodSecurityLevel } from '../../model/pod-security.ts';
import type { Json, JsonMap } from '../../yaml/json.ts';
import { at, listAt, mapAt, textAt } from '../../yaml/json-path.ts';
import { programKinds } from '../index.ts';
import { containersIn } from './containers.ts';

/** Capabilities that a pod of the level `baseline` may add. https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
const harmless: ReadonlySet<Json> = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
);

/** Volumes that lie on the node, or that a driver may do anything with. */
const restrictedVolumes: ReadonlySet<string> = new Set(
  'configMap csi downwardAPI emptyDir ephemeral persistentVolumeClaim projected secret'.split(' '),
);

/** The strictest level of Pod Security that admits the pods that some objects have written out. */
export function podLevelOf(manifests: readonly Manifest[]): PodSecurityLevel {
  const levels = manifests
    .filter(manifest => programKinds.kindOf(manifest)?.pods?.made === 'by-template')
    .flatMap(programKinds.podsOf)
    .map(({ spec }) => (isPrivileged(spec) ? 'privileged' : isRestricted(spec) ? 'restricted' : 'baseline'));
  return [...podSecurityLevels].reverse().find(level => levels.includes(level)) ?? 'restricted';
}

/** Whether pods of a level are admitted where another one is enforced. */
export function admits(enforced: PodSecurityLevel, level: PodSecurityLevel): boolean {
  return podSecurityLevels.indexOf(level) <= podSecurityLevels.indexOf(enforced);
}

/** Whether a pod could reach its node. */
function isPrivileged(spec: JsonMap): boolean {
  const containers = containersIn(spec).map(container => container.spec);
  return (
    ['hostNetwork', 'hostPID', 'hostIPC'].some(field => spec[field] === true)
    || listAt(spec, 'volumes').some(volume => at(volume, 'hostPath') !== undefined)
    || containers.some(container => listAt(container, 'ports').some(port => Number(at(port, 'hostPort') ?? 0) > 0))
    || [spec, ...containers].map(each => mapAt(each, 'securityContext')).some(isPrivilegedContext)
  );
}

function isPrivilegedContext(context: JsonMap): boolean {
  return (
    context.privileged === true
    || textAt(context, 'seccompProfile', 'type') === 'Unconfined'
    || textAt(context, 'appArmorProfile', 'type') === 'Unconfined'
    || (context.procMount ?? 'Default') !== 'Default'
    || listAt(context, 'capabilities', 'add').some(capability => !harmless.has(capability))
  );
}

function isRestricted(spec: JsonMap): boolean {
  const pod = mapAt(spec, 'securityContext');
  const areRestricted = listAt(spec, 'volumes').every(volume =>
    Object.keys(mapAt(volume)).every(key => key === 'name' || restrictedVolumes.has(key)),
  );
  return (
    areRestricted
    && containersIn(spec).every(container => isRestrictedContext(pod, mapAt(container.spec, 'securityContext')))
  );
}

function isRestrictedContext(pod: JsonMap, own: JsonMap): boolean {
  const context = { ...pod, ...own };
  return (
    own.allowPrivilegeEscalation === false
    && context.runAsNonRoot === true
    && context.runAsUser !== 0
    && textAt(context, 'seccompProfile', 'type') !== undefined
    && listAt(own, 'capabilities', 'drop').includes('ALL')
    && listAt(own, 'capabilities', 'add').every(capability => capability === 'NET_BIND_SERVICE')
  );
}
