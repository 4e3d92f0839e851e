import { namespaceOf } from '../../model/manifest.ts';
import { listAt, textAt } from '../../yaml/json-path.ts';
import { backendsOf, meansPort } from '../network/backends.ts';
import { clusterViews } from '../network/cluster-view.ts';
import type { ObjectRule } from '../rule.ts';

export const ingressBackendExists: ObjectRule = {
  id: 'ingress-backend-exists',
  why: 'An Ingress that leads to a missing Service or port answers every request with an error.',
  fix: 'Correct the name of the Service or of its port where the Ingress is rendered.',
  kinds: ['Ingress'],

  check: (manifest, { unit, world }) => {
    const { services } = world.once(clusterViews).get(unit.cluster)!;
    return backendsOf(manifest).flatMap(backend => {
      const name = textAt(backend, 'service', 'name');
      if (name === undefined) return [];
      const service = services.get(`${namespaceOf(manifest) ?? ''}/${name}`);
      if (!service) return [`leads to Service '${name}', which nothing delivers to its namespace`];
      return listAt(service, 'spec', 'ports').some(port => meansPort(backend, port))
        ? []
        : [`leads to a port of Service '${name}' that it does not have`];
    });
  },
};
