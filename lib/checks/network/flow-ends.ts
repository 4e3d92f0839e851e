import { isService } from '../../model/flow.ts';
import type { Flow } from '../../model/flow.ts';
import { grouped } from '../../model/grouped.ts';
import { at, listAt } from '../../yaml/json-path.ts';
import type { World } from '../world.ts';
import { environmentFlows } from './environment-flows.ts';
import type { EnvironmentFlows } from './environment-flows.ts';

/** What the ends of flows lack, by `<environment>/<component>` of the end. */
export function endProblems(world: World): ReadonlyMap<string, readonly string[]> {
  const problems = [...world.once(environmentFlows)].flatMap(([environment, here]) =>
    here.flows.flatMap(flow =>
      [...callerProblems(flow, here), ...calleeProblems(flow, here)].map(({ component, message }) => ({
        end: `${environment}/${component}`,
        message,
      })),
    ),
  );
  const byEnd = grouped(problems, ({ end }) => end);
  return new Map([...byEnd].map(([end, own]) => [end, own.map(({ message }) => message)]));
}

interface Problem {
  readonly component: string;
  readonly message: string;
}

function callerProblems({ from }: Flow, here: EnvironmentFlows): Problem[] {
  if (!isService(from) || here.podsOf(from).length > 0) return [];
  return [{ component: from.component, message: `declares flows from service '${from.service}', which has no pods` }];
}

function calleeProblems(flow: Flow, here: EnvironmentFlows): Problem[] {
  const { to } = flow;
  if (typeof to === 'string' || !('endpoint' in to)) return [];
  const endpoint = here.surroundings.endpoint(to.endpoint);
  const { component, service, serviceName, port } = endpoint;
  const about = `endpoint '${to.endpoint}' is called`;
  if (here.podsOf(endpoint).length === 0) {
    return [{ component, message: `${about}, but service '${service}' has no pods` }];
  }
  if (here.crosses(flow, to.endpoint)) {
    if (here.nodePortServiceOf(to.endpoint)) return [];
    const nodePort = here.surroundings.nodePortOf(to.endpoint);
    return [{ component, message: `${about} through node port ${nodePort}, which no Service opens` }];
  }
  const object = here.serviceOf(to.endpoint);
  if (object && listAt(object, 'spec', 'ports').some(each => at(each, 'port') === port)) return [];
  return [{ component, message: `${about}, but no Service '${serviceName}' has port ${port}` }];
}
