import type { Component } from './component.ts';
import type { ComponentTable, Siblings, SingleTable } from './component-table.ts';
import type { Environment } from './environment.ts';
import { isObject } from './input/collections.ts';

/** What is said of siblings together, under the name of the whole. */
interface Written {
  readonly components: ComponentTable;
  readonly environments: readonly Environment[];
}

/** Whether a row of the table of components stands for several that are alike. */
export function areSiblings(definition: unknown): definition is Siblings {
  return isObject(definition) && 'siblings' in definition;
}

/**
 * Tables with each sibling under its own name, and with what environments say of all of them said of each: what one of
 * them is told by its own name counts more. A table that has not its form stays as it is, and is told of elsewhere.
 */
export function singled<W extends Written>(written: W): Omit<W, 'components'> & { readonly components: SingleTable } {
  const { components, environments } = written;
  const wholes = isObject(components) ? Object.entries(components).filter(([, row]) => areSiblings(row)) : [];
  if (wholes.length === 0) return { ...written, components: components as SingleTable };
  const names = new Map(wholes.map(([whole, row]) => [whole, Object.keys((row as Siblings).siblings)]));
  return {
    ...written,
    components: Object.fromEntries(
      Object.entries(components).flatMap(([name, row]) =>
        areSiblings(row) ? membersOf(row).filter(([each]) => !Object.hasOwn(components, each)) : [[name, row]],
      ),
    ) as SingleTable,
    environments: Array.isArray(environments) ? environments.map(each => saidToEach(each, names)) : environments,
  };
}

function membersOf({ siblings, alerts, dashboard }: Siblings): [string, Component][] {
  return Object.entries(siblings).map(([name, component]) => [
    name,
    { ...component, ...(alerts && { alerts }), ...(dashboard && { dashboard }) },
  ]);
}

function saidToEach(environment: Environment, names: ReadonlyMap<string, readonly string[]>): Environment {
  if (!isObject(environment)) return environment;
  const { placement, settings } = environment as Partial<Environment>;
  return {
    ...(environment as Environment),
    ...(isObject(placement) && { placement: spread(placement, names, (ofAll, own) => own ?? ofAll) }),
    ...(isObject(settings) && { settings: spread(settings, names, mergedSettings) }),
  } as Environment;
}

/** What stands under the name of a whole, under the name of each of its siblings, merged with what stands there. */
function spread(
  table: Readonly<Record<string, unknown>>,
  names: ReadonlyMap<string, readonly string[]>,
  merge: (ofAll: unknown, own: unknown) => unknown,
): object {
  const single = Object.entries(table).filter(([name]) => !names.has(name));
  const ofWholes = [...names].filter(([whole]) => Object.hasOwn(table, whole));
  const own = new Map(single);
  return Object.fromEntries([
    ...single,
    ...ofWholes.flatMap(([whole, siblings]) => siblings.map(each => [each, merge(table[whole], own.get(each))])),
  ]);
}

/** Settings of each service: those of one sibling count more, key by key. */
function mergedSettings(ofAll: unknown, own: unknown): unknown {
  if (!isObject(ofAll) || !isObject(own)) return own ?? ofAll;
  const services = [...new Set([...Object.keys(ofAll), ...Object.keys(own)])];
  return Object.fromEntries(
    services.map(service => {
      const [all, one] = [ofAll[service], own[service]];
      return [service, isObject(all) && isObject(one) ? { ...all, ...one } : (one ?? all)];
    }),
  );
}
