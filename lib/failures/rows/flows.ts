import { isService } from '../../model/flow.ts';
import type { Destination, Flow, ServiceCaller } from '../../model/flow.ts';
import type { Failure } from '../../model/symptoms.ts';
import { silent } from '../changes.ts';
import type { Broken, FailureRow } from '../row.ts';
import type { Target } from '../targets.ts';
import type { World } from '../world.ts';
import { brokenBy } from './services.ts';

/** No packet of one declared flow gets through any more; both of its ends are well. */
export const flows: FailureRow = {
  title: 'A flow is dead',
  of: world => world.scene.environment.flows.map(flow => ({ ...brokenFlow(world, flow), thing: titleOf(flow) })),
};

function brokenFlow(world: World, { from, to }: Flow): Omit<Broken, 'thing'> {
  if (!isService(from)) return { changes: [], unwatched: outside };
  const read = world.targets.filter(target => isRead(world, target, from, to));
  const own = failureOf(world, from, to);
  if (read.length === 0 && !own) return { changes: [], unwatched: `${from.service} emits nothing that tells of it` };
  const told = own ? brokenBy(world, from.component, from.service, own) : { changes: [] };
  return { ...told, changes: [...told.changes, ...silent(world, read)] };
}

const outside = 'nothing of the platform goes the way that its callers take';

/** Whether a flow is there to read a target, among other things perhaps. */
function isRead(
  world: World,
  { server, by, node, api = false }: Target,
  from: ServiceCaller,
  to: Destination,
): boolean {
  if (server.component !== from.component || server.service !== from.service) return false;
  if (to === 'kubelets') return node !== undefined;
  if (to === 'kubernetes-api') return api;
  if ('tool' in to) return by?.component === to.tool && by.service === to.program;
  if (!('endpoint' in to)) return false;
  const { component, service } = world.scene.surroundings.endpoint(to.endpoint);
  return by?.component === component && by.service === service;
}

/** What the caller's row says of the end of a flow: it names endpoints of its own component by their bare names. */
function failureOf({ scene }: World, { component, service }: ServiceCaller, to: Destination): Failure | undefined {
  const { symptoms } = scene.platform.components[component]!.services[service]!;
  return symptoms?.failures.find(({ without }) => without !== undefined && namesOf(component, to).includes(without));
}

function namesOf(component: string, to: Destination): string[] {
  if (typeof to === 'string') return [to];
  if ('internet' in to) return [to.internet];
  if ('tool' in to) return [to.program];
  return [to.endpoint, ...(to.endpoint.startsWith(`${component}/`) ? [to.endpoint.slice(component.length + 1)] : [])];
}

function titleOf({ from, to }: Flow): string {
  const caller =
    typeof from === 'string' ? from : 'service' in from ? `${from.component}/${from.service}` : from.operator;
  if (typeof to === 'string') return `${caller} to ${to}`;
  if ('tool' in to) return `${caller} to ${to.program}`;
  return `${caller} to ${'internet' in to ? to.internet : to.endpoint}`;
}
