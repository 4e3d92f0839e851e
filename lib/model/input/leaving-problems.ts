import { componentsOn } from '../component-table.ts';
import type { Leaving, LeavingComponent, LeavingOperator, LeavingPlace } from '../leaving.ts';
import { mistake } from '../mistake.ts';
import type { Mistake, MistakeCode } from '../mistake.ts';
import { clusterNameOf } from '../placement.ts';
import type { SingleRows } from '../platform.ts';
import { stayingRows } from '../staying-rows.ts';
import { list } from './collections.ts';
import { listed } from './did-you-mean.ts';
import { formOf, mistakesIn, optional } from './form.ts';
import type { Fault } from './form.ts';
import { leavingForm } from './leaving-form.ts';

const where = 'overlays/leaving.ts';
const anything = optional(formOf('must be there', () => undefined));

/** Mistakes in the rows of what leaves, each by itself. */
export function leavingRowProblems(leaving: unknown = []): Mistake[] {
  const table = mistakesIn(where, list(anything), leaving);
  if (!Array.isArray(leaving) || table.length > 0) return table;
  return leaving.flatMap((row: unknown, index) => mistakesIn(placeOf(index), leavingForm, row));
}

/** What leaves must be there, be said once, and be placed nowhere any more. Rows that are wrong by themselves say none of it. */
export function leavingProblems(rows: SingleRows): Mistake[] {
  const leaving = rows.leaving ?? [];
  if (leavingRowProblems(leaving).length > 0) return [];
  const texts = leaving.map(row => JSON.stringify(row));
  return leaving.flatMap((row, index) => {
    const isRepeated = texts.indexOf(texts[index]!) < index;
    const faults = isRepeated ? [fault('duplicate', 'is there twice, it must be there once')] : faultsOf(row, rows);
    return faults.map(each => ({ ...each, where: placeOf(index) }));
  });
}

function placeOf(index: number): string {
  return `${where}: row ${index + 1}`;
}

function fault(code: MistakeCode, message: string): Fault {
  return mistake(code, '', message);
}

function faultsOf(row: Leaving, rows: SingleRows): Fault[] {
  if ('component' in row) return ofComponent(row, rows);
  if ('service' in row) return ofService(row.service, rows);
  if ('environment' in row) return ofEnvironment(row.environment, rows);
  if ('cluster' in row) return ofCluster(row.cluster, rows);
  if ('operator' in row) return ofOperator(row, rows);
  const projects = [...environmentsOf(rows), ...clustersOf(rows).map(name => `platform-${name}`)];
  return known('project', row.project, projects);
}

function ofComponent({ component, in: environment, from }: LeavingComponent | LeavingPlace, rows: SingleRows): Fault[] {
  const unknown = known('component', component, Object.keys(rows.components));
  if (environment === undefined && from === undefined) return unknown;
  if (environment === undefined || from === undefined) {
    const [given, lacking] = environment === undefined ? ['from', 'in'] : ['in', 'from'];
    return [...unknown, fault('missing', `'${lacking}' is missing, it must be there where '${given}' is`)];
  }
  const faults = [
    ...unknown,
    ...known('in', environment, environmentsOf(rows)),
    ...known('from', from, clustersOf(rows)),
  ];
  if (faults.length > 0) return faults;

  const row = rows.environments.find(({ name }) => name === environment)!;
  if (clusterNameOf(component, row, componentsOn(clustersOf(rows), rows.components)) !== from) return [];
  const must = `overlays/${environment}.ts must place it elsewhere, or nowhere ('none')`;
  return [fault('conflict', `'${component}' leaves '${from}' and is still placed there, ${must}`)];
}

function ofService(service: string, rows: SingleRows): Fault[] {
  const services = Object.entries(rows.components).flatMap(([name, definition]) =>
    'on' in definition ? [] : Object.keys(definition.services).map(each => `${name}/${each}`),
  );
  const component = service.slice(0, service.indexOf('/'));
  const unknown = known('service', service, services);
  const left = stayingRows(rows).components[component];
  if (unknown.length > 0 || !left || 'on' in left || Object.keys(left.services).length > 0) return unknown;
  const must = `it must be '${component}' that leaves: { component: '${component}' }`;
  return [fault('conflict', `'${service}' is the last service of its component, ${must}`)];
}

function ofEnvironment(environment: string, rows: SingleRows): Fault[] {
  const unknown = known('environment', environment, environmentsOf(rows));
  if (unknown.length > 0 || stayingRows(rows).environments.length > 0) return unknown;
  return [fault('conflict', `'${environment}' leaves and no environment stays, at least one must`)];
}

function ofCluster(cluster: string, rows: SingleRows): Fault[] {
  const unknown = known('cluster', cluster, clustersOf(rows));
  if (unknown.length > 0) return unknown;
  if (cluster === clustersOf(rows)[0]) {
    return [fault('conflict', `'${cluster}' runs Argo CD, it must stay`)];
  }
  const { environments, components } = stayingRows(rows);
  const byName = Object.entries(components).flatMap(([name, definition]) => ('on' in definition ? [] : [name]));
  return environments.flatMap(environment =>
    byName
      .filter(name => clusterNameOf(name, environment, componentsOn([], components)) === cluster)
      .map(name => {
        const row = `{ component: '${name}', in: '${environment.name}', from: '${cluster}' }`;
        const must = `it must be placed elsewhere, with a row for it: ${row}`;
        return fault('conflict', `'${cluster}' leaves and '${name}' of ${environment.name} is placed there, ${must}`);
      }),
  );
}

function ofOperator({ operator, from }: LeavingOperator, rows: SingleRows): Fault[] {
  const unknown = [
    ...known('operator', operator, Object.keys(rows.operators)),
    ...known('from', from, clustersOf(rows)),
  ];
  if (unknown.length > 0) return unknown;
  if (rows.clusters.find(({ name }) => name === from)!.operators.includes(operator)) return [];
  return [fault('conflict', `'${from}' does not run '${operator}', its 'operators' must have it until it is gone`)];
}

function environmentsOf({ environments }: SingleRows): string[] {
  return environments.map(({ name }) => name);
}

function clustersOf({ clusters }: SingleRows): string[] {
  return clusters.map(({ name }) => name);
}

function known(field: string, value: string, names: readonly string[]): Fault[] {
  if (names.includes(value)) return [];
  return [fault('unknown-name', `'${field}' ('${value}') must be one of ${listed(names, value)}`)];
}
