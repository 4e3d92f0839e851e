import { shaped } from '../fixtures/shape-objects.ts';
import { at } from '../fixtures/synthesized.ts';
import type { Json } from '../../lib/yaml/json.ts';

/** Hooks of the containers of a Deployment. */
function hooks(settings: object, component = 'shop', name = 'web'): (Json | undefined)[] {
  const deployment = shaped({ [component]: { [name]: settings } }).find('Deployment', name);
  const containers = at(deployment, 'spec', 'template', 'spec', 'containers') as readonly Json[];
  return containers.map(container => at(container, 'lifecycle'));
}

test('a pod that is sent requests goes on answering when it is to leave', () => {
  expect(hooks({})).toEqual([{ preStop: { sleep: { seconds: 10 } } }]);
});

test('half of a short grace period is left to the program', () => {
  expect(hooks({ gracePeriod: 9 })).toEqual([{ preStop: { sleep: { seconds: 4 } } }]);
});

test('a hook of its own counts instead, and one at the start besides', () => {
  expect(hooks({ lifecycle: { preStop: { command: ['drain'] } } })).toEqual([
    { preStop: { exec: { command: ['drain'] } } },
  ]);
  expect(hooks({ lifecycle: { postStart: { command: ['warm'] } } })).toEqual([
    { preStop: { sleep: { seconds: 10 } }, postStart: { exec: { command: ['warm'] } } },
  ]);
});

test('a container beside it waits as long, since the service may need it until then', () => {
  const probe = { check: { path: '/' }, period: 5 };
  const sizing = { cpu: '10m', cpuLimit: '20m', memory: '16Mi', memoryLimit: '16Mi', scratch: '16Mi' };
  const proxy = {
    image: 'example.com/proxy:1.0.0',
    ports: { proxy: 9999 },
    probes: { liveness: probe, readiness: probe },
    sizing,
  };

  expect(hooks({ sidecars: { proxy } })).toEqual([
    { preStop: { sleep: { seconds: 10 } } },
    { preStop: { sleep: { seconds: 10 } } },
  ]);
});

test('nobody waits for a worker, nor for one that stops before its successor starts', () => {
  expect(hooks({}, 'work', 'fetcher')).toEqual([undefined]);
  expect(hooks({ claim: { mountPath: '/data', size: '1Gi' } })).toEqual([undefined]);
});
