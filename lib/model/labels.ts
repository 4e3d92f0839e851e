import type { Components } from './component.ts';

/** The label that finds the pods of a service. */
export const nameLabel = 'app.kubernetes.io/name';

/** The label that says whose a thing is: its component. */
export const componentLabel = 'app.kubernetes.io/part-of';

/** What selectors select by. It never changes, because selectors cannot. */
export function selectorOf(service: string): Record<string, string> {
  return { [nameLabel]: service };
}

/** The label that the controller of StatefulSets puts on each pod: its number. */
export const ordinalLabel = 'apps.kubernetes.io/pod-index';

/** What selects one pod of a StatefulSet, beside what selects all of them; nothing where no number is asked for. */
export function ordinalSelector(ordinal: number | undefined): Record<string, string> {
  return ordinal === undefined ? {} : { [ordinalLabel]: String(ordinal) };
}

/** Labels of everything that belongs to a service. */
export function labelsOf(component: string, service: string): Record<string, string> {
  return { ...selectorOf(service), [componentLabel]: component };
}

/** Labels that find the pods of a service: those of its row, where its objects are kept as YAML. */
export function podLabelsOf(components: Components, component: string, service: string): Record<string, string> {
  return { ...(components[component]?.services[service]?.pods ?? selectorOf(service)) };
}
