import type { Components } from './component.ts';
import { endpointsOf } from './endpoint.ts';
import type { Environment } from './environment.ts';
import { isObject, own } from './input/collections.ts';
import { oncePerObject } from './once-per-object.ts';
import type { Dashboard } from './panel.ts';
import type { Platform } from './platform.ts';
import type { Variant, Variants } from './service.ts';

/** The platform as an environment has it, in which each service has the form that is chosen there. */
export function platformIn(platform: Platform, environment: Environment): Platform {
  return inEach(platform)(environment);
}

// One platform for each environment, so that what is derived from it once is not derived again.
const inEach = oncePerObject((platform: Platform) =>
  oncePerObject((environment: Environment): Platform => {
    const components = Object.entries(platform.components);
    const changed = components.map(([name, component]) => [name, componentIn(name, component, environment)] as const);
    if (changed.every(([name, component]) => component === platform.components[name])) return platform;
    const chosen = Object.fromEntries(changed);
    return { ...platform, components: chosen, endpoints: endpointsOf(chosen) };
  }),
);

/** Whether a service has another form than its own in any environment, so that no form of it is everybody's. */
export function isVaried({ environments, components }: Platform, component: string, service: string): boolean {
  const { variants } = components[component]?.services[service] ?? {};
  return variants !== undefined && environments.some(each => variantIn(each, component, service, variants));
}

function componentIn(name: string, component: Components[string], environment: Environment): Components[string] {
  const chosen = Object.entries(component.services).flatMap(([service, { variants }]) => {
    const variant = variants && variantIn(environment, name, service, variants);
    return variant ? [[service, variant] as const] : [];
  });
  if (chosen.length === 0) return component;
  const services = chosen.map(([service, { series: _, ...otherwise }]) => [
    service,
    { ...component.services[service]!, ...otherwise },
  ]);
  const series = Object.assign({}, ...chosen.map(([, variant]) => variant.series ?? {})) as Record<string, string>;
  return {
    ...component,
    services: { ...component.services, ...(Object.fromEntries(services) as typeof component.services) },
    ...(component.dashboard && { dashboard: [component.dashboard].flat().map(page => reading(page, series)) }),
  };
}

function variantIn(
  { settings }: Environment,
  component: string,
  service: string,
  { by, of }: Variants,
): Variant | undefined {
  const services = isObject(settings) ? own(settings, component) : undefined;
  const said = isObject(services) ? own(services, service) : undefined;
  const value = isObject(said) ? own(said, by) : undefined;
  return typeof value === 'string' ? (own(of, value) as Variant | undefined) : undefined;
}

/** A page whose queries read other series. */
function reading(page: Dashboard, series: Readonly<Record<string, string>>): Dashboard {
  const other = (expr: string): string => expr.replaceAll(/[a-zA-Z_:][a-zA-Z0-9_:]*/g, name => series[name] ?? name);
  return {
    ...page,
    rows: page.rows.map(row =>
      row.map(panel => ({
        ...panel,
        queries: panel.queries.map(query => ({ ...query, expr: other(query.expr) })),
      })),
    ),
  };
}
