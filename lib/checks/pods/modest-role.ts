import { listAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';

/** Resources through which a reader becomes an administrator, and the wildcard that has them all. */
const powerful: ReadonlySet<unknown> = new Set([
  '*',
  'nodes/proxy',
  'pods/attach',
  'pods/exec',
  'pods/portforward',
  'secrets',
  'serviceaccounts/token',
]);

const powerfulVerbs: ReadonlySet<unknown> = new Set(['*', 'bind', 'escalate', 'impersonate']);

export const modestRole: ObjectRule = {
  id: 'modest-role',
  why: 'Whoever may read every Secret, or reach kubelets through the API server, may soon do everything.',
  fix: 'Ask for less: nodes/metrics in place of nodes/proxy, secretFile() in place of reading Secrets.',
  kinds: ['ClusterRole', 'Role'],
  exemptible: true,

  check: manifest =>
    listAt(manifest, 'rules').flatMap(rule => [
      ...listAt(rule, 'resources')
        .filter(resource => powerful.has(resource))
        .map(resource => `grants '${String(resource)}', which is more than any service here may have`),
      ...listAt(rule, 'verbs')
        .filter(verb => powerfulVerbs.has(verb))
        .map(verb => `grants the verb '${String(verb)}', which is more than any service here may have`),
    ]),
};
