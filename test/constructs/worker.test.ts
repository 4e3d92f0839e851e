import { shaped, saidOf } from '../fixtures/shape-objects.ts';
import { shapes, Fetcher } from '../fixtures/shapes.ts';
import { at } from '../fixtures/synthesized.ts';

const fetcher = (settings: object = {}) => ({ work: { fetcher: settings } });

test('a worker is a Deployment without a port, which no Service leads to', () => {
  const platform = shaped();
  const container = at(platform.find('Deployment', 'fetcher'), 'spec', 'template', 'spec', 'containers', 0)!;

  expect(container).not.toHaveProperty('ports');
  expect(at(container, 'readinessProbe', 'exec', 'command')).toEqual(['healthy']);
  expect(platform.names('Service', 'overlays/prod/work')).toEqual(['agent']);
});

test('where nothing asks it, the reason stands at its Deployment', () => {
  const deployment = shaped(fetcher({ probes: { none: 'It ends with its queue.' } })).find('Deployment', 'fetcher');

  expect(at(deployment, 'spec', 'template', 'spec', 'containers', 0)).not.toHaveProperty('livenessProbe');
  expect(deployment.metadata.annotations).toEqual({
    'plainsail.dev/exempt.container-probes': 'It ends with its queue.',
  });
});

test('a port that only its pod knows can be asked', () => {
  const asked = { check: { path: '/live' }, period: 5 };
  const platform = shaped(fetcher({ ports: { health: 8081 }, probes: { liveness: asked, readiness: asked } }));
  const container = at(platform.find('Deployment', 'fetcher'), 'spec', 'template', 'spec', 'containers', 0)!;

  expect(at(container, 'livenessProbe', 'httpGet')).toEqual({ path: '/live', port: 'health' });
  expect(platform.names('Service', 'overlays/prod/work')).toEqual(['agent']);
});

test('it scales like any other', () => {
  const autoscaling = { min: 2, max: 4, cpuPercent: 50 };
  const platform = shaped(fetcher({ autoscaling }));

  expect(platform.names('HorizontalPodAutoscaler')).toEqual(['fetcher']);
  expect(platform.names('PodDisruptionBudget', 'overlays/prod/work')).toEqual(['fetcher']);
});

test.each([
  [{ probes: { none: '' } }, "malformed: prod/work: fetcher: 'probes.none' ('') must be a text that is not empty"],
  [{ probes: 7 }, "wrong-type: prod/work: fetcher: 'probes' (7) must be an object"],
  [
    { probes: { none: 'x', liveness: {} } },
    "unknown-key: prod/work: fetcher: 'probes.liveness' is an unknown key, it must be one of 'none'",
  ],
  [
    { probes: { liveness: { check: 'connect', period: 5 }, readiness: { check: { command: ['a'] }, period: 5 } } },
    "conflict: prod/work: fetcher: 'probes.liveness.check' ('connect') must be a command, because there is no port",
  ],
  [
    { probes: { liveness: { check: { path: '/' }, period: 5 }, readiness: { check: { command: ['a'] }, period: 5 } } },
    `conflict: prod/work: fetcher: 'probes.liveness.check' ({"path":"/"}) must be a command, because there is no port`,
  ],
  [{ spread: { over: 'rack' } }, "unknown-name: prod/work: fetcher: 'spread.over' ('rack') must be 'node' or 'zone'"],
  [
    { spread: { over: 'node', required: 'yes' } },
    "wrong-type: prod/work: fetcher: 'spread.required' ('yes') must be true or false",
  ],
])('%j is refused', (settings, sentence) => {
  expect(saidOf(fetcher(settings))).toEqual([sentence]);
});

test('a worker that offers something is another shape', () => {
  const { components } = shapes();
  const offers = { fetcher: { port: 8080 } };
  const work = { services: { fetcher: { construct: Fetcher, image: 'example.com/fetcher:1.2.3', offers } } };

  expect(saidOf({}, { components: { ...components, work } })).toEqual([
    "refused: base/work: fetcher: 'offers' ('fetcher') takes a port, so the service must be made of an HttpWorkload",
  ]);
});
