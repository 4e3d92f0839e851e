import { filledAlerts } from '../model/alerts-of.ts';
import type { AlertTemplate, AlertTemplates } from '../model/alert.ts';
import type { Asked } from '../model/ask.ts';
import type { Surroundings } from '../model/surroundings.ts';

const operator = 'prometheus-operator';

/**
 * What the Prometheus of an operator is asked to read and to judge: all that an environment runs on clusters that have the
 * operator, where it runs no server of the house. With such a server there, that one reads everything, and nothing is read
 * twice.
 */
export function readByOperator(surroundings: Surroundings): Asked[] {
  if (!surroundings.environment || hasOwnServer(surroundings)) return [];
  const components = surroundings.components.filter(name => surroundings.clusterOf(name).operators.includes(operator));
  const judged = new Set<string>();
  return components.flatMap((component): Asked[] => {
    // Components of a sort have alerts in common, which fire for all of them: the first one brings them.
    const templates = templatesOf(component, surroundings).filter(([name]) => !judged.has(name));
    for (const [name] of templates) judged.add(name);
    return [
      ...endpointsOf(component, surroundings),
      ...(templates.length > 0
        ? [asked('watch', { component, service: component }, filledAlerts(templates, surroundings))]
        : []),
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
