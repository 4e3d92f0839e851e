/** The label that finds the pods of a service. */
export const nameLabel = 'app.kubernetes.io/name';

/** The label that says whose a thing is: its component. */
export const componentLabel = 'app.kubernetes.io/part-of';

/** What selectors select by. It never changes, because selectors cannot. */
export function selectorOf(service: string): Record<string, string> {
  return { [nameLabel]: service };
}

/** Labels of everything that belongs to a service. */
export function labelsOf(component: string, service: string): Record<string, string> {
  return { ...selectorOf(service), [componentLabel]: component };
}
