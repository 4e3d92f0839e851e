import { namespaceOf } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt, textAt } from '../../yaml/json-path.ts';
import { clusterViews } from '../network/cluster-view.ts';
import type { ObjectRule } from '../rule.ts';

export const ingressBackendExists: ObjectRule = {
  id: 'ingress-backend-exists',
  why: 'An Ingress that leads to a missing Service or port answers every request with an error.',
  fix: 'Correct the name of the Service or of its port where the Ingress is rendered.',
  kinds: ['Ingress'],

  check: (manifest, { unit, world }) => {
    const { services } = world.once(clusterViews).get(unit.cluster)!;
    const backends = [
      at(manifest, 'spec', 'defaultBackend'),
      ...listAt(manifest, 'spec', 'rules').flatMap(rule =>
        listAt(rule, 'http', 'paths').map(path => at(path, 'backend')),
      ),
    ];
    return backends.flatMap(backend => {
      const name = textAt(backend, 'service', 'name');
      if (name === undefined) return [];
      const service = services.get(`${namespaceOf(manifest) ?? ''}/${name}`);
      if (!service) return [`leads to Service '${name}', which nothing delivers to its namespace`];
      return hasPort(service, backend!) ? [] : [`leads to a port of Service '${name}' that it does not have`];
    });
  },
};

function hasPort(service: Json, backend: Json): boolean {
  const name = at(backend, 'service', 'port', 'name');
  const number = at(backend, 'service', 'port', 'number');
  return listAt(service, 'spec', 'ports').some(port =>
    name === undefined ? at(port, 'port') === number : at(port, 'name') === name,
  );
}
