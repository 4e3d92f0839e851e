import { filledAlerts } from '../model/alerts-of.ts';
import type { AlertTemplate, AlertTemplates } from '../model/alert.ts';
import type { Asked } from '../model/ask.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { operatorAlert } from './operator-alert.ts';

const operator = 'prometheus-operator';

/**
 * What the Prometheus of an operator is asked to read and to judge: all that an environment runs on clusters that have the
 * operator, where it runs no server of the house. With such a server there, that one reads everything, and nothing is read
 * twice.
 */
export function readByOperator(surroundings: Surroundings): Asked[] {
  if (!surroundings.environment || hasOwnServer(surroundings)) return [];
  const components = surroundings.components.filter(name => surroundings.clusterOf(name).operators.includes(operator));
  return components.flatMap((component): Asked[] => {
    const alerts = filledAlerts(templatesOf(component, surroundings), surroundings);
    const judged = alerts.map(alert => operatorAlert(alert, component, surroundings));
    return [
      ...endpointsOf(component, surroundings),
      ...(judged.length > 0 ? [asked('watch', { component, service: component }, judged)] : []),
    ];
  });
}

function endpointsOf(component: string, surroundings: Surroundings): Asked[] {
  return surroundings.endpoints
    .filter(endpoint => endpoint.component === component && endpoint.metrics)
    .flatMap(({ name: endpoint, service }) => [
      asked('monitor', { component, service }, { endpoint }),
      asked('flow', { component, service }, { from: { component, operator }, to: { endpoint } }),
    ]);
}

function templatesOf(component: string, { platform }: Surroundings): [string, AlertTemplate][] {
  const { alerts = {}, services } = platform.components[component]!;
  const all: readonly AlertTemplates[] = [alerts, ...Object.values(services).map(service => service.alerts ?? {})];
  return all.flatMap(each => Object.entries<AlertTemplate>(each));
}

function hasOwnServer({ components, platform }: Surroundings): boolean {
  return components
    .flatMap(name => Object.values(platform.components[name]!.services))
    .flatMap(({ contracts = [] }) => contracts)
    .some(contract => 'files' in contract && contract.hold === 'prometheus-config');
}

function asked<Kind extends Asked['kind']>(
  kind: Kind,
  by: Asked['by'],
  what: Extract<Asked, { readonly kind: Kind }>['what'],
): Asked {
  return { kind, by, what } as Asked;
}
