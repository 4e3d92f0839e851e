import type { Flow } from '../../model/flow.ts';
import { grouped } from '../grouped.ts';
import { at, listAt } from '../../yaml/json-path.ts';
import type { World } from '../world.ts';
import { scenes } from './environment-flows.ts';
import type { Scene } from './environment-flows.ts';

/** What the ends of flows lack, by `<environment>/<component>` of the end. */
export function endProblems(world: World): ReadonlyMap<string, readonly string[]> {
  const problems = [...world.once(scenes)].flatMap(([environment, scene]) =>
    scene.flows.flatMap(flow =>
      [...callerProblems(flow, scene), ...calleeProblems(flow, scene)].map(({ component, message }) => ({
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

function callerProblems({ from }: Flow, scene: Scene): Problem[] {
  if (typeof from !== 'object' || scene.podsOf(from).length > 0) return [];
  return [{ component: from.component, message: `declares flows from service '${from.service}', which has no pods` }];
}

function calleeProblems(flow: Flow, scene: Scene): Problem[] {
  const { to } = flow;
  if (typeof to === 'string' || !('endpoint' in to)) return [];
  const endpoint = scene.surroundings.endpoint(to.endpoint);
  const { component, service, port } = endpoint;
  const about = `endpoint '${to.endpoint}' is called`;
  if (scene.podsOf(endpoint).length === 0) {
    return [{ component, message: `${about}, but service '${service}' has no pods` }];
  }
  if (scene.crosses(flow, to.endpoint)) {
    if (scene.nodePortServiceOf(to.endpoint)) return [];
    const nodePort = scene.surroundings.nodePortOf(to.endpoint);
    return [{ component, message: `${about} through node port ${nodePort}, which no Service opens` }];
  }
  const object = scene.serviceOf(to.endpoint);
  if (object && listAt(object, 'spec', 'ports').some(each => at(each, 'port') === port)) return [];
  return [{ component, message: `${about}, but no Service '${service}' has port ${port}` }];
}
