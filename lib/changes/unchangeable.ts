import { isEqual } from '../kustomize/equal.ts';
import { groupOf, identityOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { syncOptionsIn } from '../model/sync.ts';
import { amountIn } from '../model/quantity.ts';
import { at, textAt, textsAt } from '../yaml/json-path.ts';
import type { Json } from '../yaml/json.ts';
import type { Change } from './change.ts';
import { kindRow, kindText } from './delivered.ts';

/** What of an object a cluster never changes, by what a message calls it. */
type Fixed = Readonly<Record<string, (object: Manifest) => Json | undefined>>;

const field = (...path: readonly string[]): ((object: Manifest) => Json | undefined) => {
  return object => at(object, ...path);
};

const selector = { 'spec.selector': field('spec', 'selector') };

/** By group and kind. What is left out means the same as its default. */
const fixed: Readonly<Record<string, Fixed>> = {
  'apps/StatefulSet': {
    ...selector,
    'spec.serviceName': field('spec', 'serviceName'),
    'spec.podManagementPolicy': object => at(object, 'spec', 'podManagementPolicy') ?? 'OrderedReady',
    'spec.volumeClaimTemplates': object => at(object, 'spec', 'volumeClaimTemplates') ?? [],
  },
  'apps/Deployment': selector,
  'apps/DaemonSet': selector,
  'batch/Job': { 'spec.template': object => (isRunAnew(object) ? undefined : at(object, 'spec', 'template')) },
  '/PersistentVolumeClaim': {
    'spec.storageClassName': field('spec', 'storageClassName'),
    'spec.accessModes': field('spec', 'accessModes'),
    'spec.volumeMode': object => at(object, 'spec', 'volumeMode') ?? 'Filesystem',
  },
  '/Service': { 'spec.clusterIP': object => (at(object, 'spec', 'clusterIP') === 'None' ? 'None' : 'an address') },
  'rbac.authorization.k8s.io/RoleBinding': { roleRef: field('roleRef') },
  'rbac.authorization.k8s.io/ClusterRoleBinding': { roleRef: field('roleRef') },
  'scheduling.k8s.io/PriorityClass': { value: field('value'), preemptionPolicy: field('preemptionPolicy') },
};

/** Mistakes for changes that a cluster refuses, so that the sync of the whole Application would fail. */
export function unchangeable(change: Change): Mistake[] {
  return change.staying.flatMap(({ application, before, after }) => {
    const old = new Map(before.map(object => [identityOf(object), object]));
    return after.flatMap(object => {
      const was = old.get(identityOf(object));
      if (!was || change.isSaidToLeave(object, application.project)) return [];
      return refusals(was, object).map(what => {
        const where = application.path ?? application.name;
        const row = kindRow(object, application.project);
        const must = `it must stay as it is. Where it cannot, overlays/leaving.ts says that the old one leaves, ${row}, and a`;
        return mistake(
          'unchangeable',
          `${where}: ${titleOf(object)}`,
          `${what}, which the cluster refuses of an object that is there, ${must} person deletes it there`,
        );
      });
    });
  });
}

function refusals(was: Manifest, object: Manifest): string[] {
  const changed = Object.entries(isReplaced(object) ? {} : (fixed[kindText(object)] ?? {}))
    .filter(([, valueOf]) => !isEqual(valueOf(was), valueOf(object)))
    .map(([name]) => `'${name}' changes`);
  return [...changed, ...(isSmaller(was, object) ? ['the claim becomes smaller'] : [])];
}

function isSmaller(was: Manifest, object: Manifest): boolean {
  if (groupOf(object) !== '' || object.kind !== 'PersistentVolumeClaim') return false;
  const [before, after] = [was, object].map(claim =>
    amountIn(textAt(claim, 'spec', 'resources', 'requests', 'storage') ?? ''),
  );
  return before !== undefined && after !== undefined && after < before;
}

/** Argo CD deletes what it is told to replace by force before it makes it anew. */
function isReplaced({ metadata }: Manifest): boolean {
  const options = syncOptionsIn(textsAt(metadata, 'annotations'));
  return ['Force=true', 'Replace=true'].every(option => options.includes(option));
}

/** Argo CD deletes a hook before it makes it anew. */
function isRunAnew(object: Manifest): boolean {
  return textsAt(object, 'metadata', 'annotations')['argocd.argoproj.io/hook'] !== undefined;
}
