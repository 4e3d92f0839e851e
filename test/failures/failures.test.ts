import { watchedBy } from '../../lib/failures/index.ts';
import { relabelled } from '../../lib/failures/relabel.ts';
import { appearing, becoming, ending, pacing, seriesOf, valuesOf } from '../../lib/failures/series.ts';
import { service } from '../../lib/model/service.ts';
import type { Site } from '../../lib/model/site.ts';
import type { Json } from '../../lib/yaml/json.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { exampleEnvironment, examplePlatform } from '../fixtures/example-platform.ts';
import { exampleRows } from '../fixtures/example.ts';
import { Mlflow } from '../../lib/services/mlflow/mlflow.ts';

const platform = examplePlatform({
  components: {
    ...exampleRows.components,
    newcomer: {
      services: {
        // Any construct will do: what is of interest is that nobody has thought of it.
        newcomer: service({
          construct: Mlflow,
          image: 'a:1.0.0',
          offers: { newcomer: { port: 5000, nodePort: 30501, metrics: {} } },
        }),
      },
    },
  },
});
const [dev] = watchedBy({ platform, ...unitsOf(platform) });

test.each([
  ['A scrape fails', /^job newcomer at /],
  ['A flow is dead', /^monitoring\/prometheus to newcomer\/newcomer$/],
  ['A service crashes again and again', /^newcomer\/newcomer$/],
  ['A container is killed for its memory', /^newcomer of newcomer\/newcomer-0$/],
  ['A claim is full', /^newcomer in newcomer-dev$/],
  ['A sync fails', /^dev-newcomer$/],
])('%s is tried with a service that nobody has thought of', (title, thing) => {
  const found = dev!.failures.filter(failure => failure.title === title && thing.test(failure.thing));

  expect(found.map(({ changes }) => changes.length > 0)).toEqual([true]);
});

test('a failure that changes no series is told by silence, or says why nothing watches it', () => {
  const still = dev!.failures.filter(({ changes }) => changes.length === 0);

  expect(still.length).toBeGreaterThan(0);
  expect(still.filter(({ silences, unwatched }) => !silences && unwatched === undefined)).toEqual([]);
});

test.each([
  [{}, 'it alone judges, and nobody outside waits for Watchdog: deadMansSwitch is not set'],
  [{ deadMansSwitch: 'watcher.example.com' }, undefined],
])('with %j, that Prometheus itself is dead is unwatched because: %s', (alertmanager, why) => {
  const watched = examplePlatform({
    environments: [exampleEnvironment('prod', { settings: { monitoring: { alertmanager } } })],
  });
  const dead = watchedBy({ platform: watched, ...unitsOf(watched) })[0]!.failures.find(
    ({ title, thing }) => title === 'A service crashes again and again' && thing === 'monitoring/prometheus',
  );

  expect(dead).toMatchObject({ changes: [] });
  expect(dead!.unwatched).toBe(why);
  expect(dead!.silences).toBe(why === undefined ? true : undefined);
});

test('a token is told of by the day that was written down for it, and is unwatched without', () => {
  const entry = 'argocd_cluster-edge_token';
  const tokens = (site: Partial<Site>): string[] => {
    const noted = examplePlatform({ site: { ...exampleRows.site, ...site } });
    return watchedBy({ platform: noted, ...unitsOf(noted) })[0]!
      .failures.filter(({ title }) => title === 'A token is near its end')
      .map(({ thing }) => thing);
  };

  expect(tokens({})).toContain(entry);
  expect(tokens({ credentialEnds: { [entry]: '2027-05-31' } })).not.toContain(entry);
});

test('values are written as promtool reads them', () => {
  const counter = seriesOf({ metric: 'a_total', value: 5, perMinute: 2 });

  expect(valuesOf(counter)).toBe('5+2x9 25+2x79');
  expect(valuesOf(pacing(counter, 0))).toBe('5+2x9 23+0x79');
  expect(valuesOf(becoming(counter, 0))).toBe('5+2x9 0+0x79');
  expect(valuesOf(ending(counter))).toBe('5+2x9 stale');
  expect(valuesOf(appearing('a', {}, 1))).toBe('_x9 1+0x79');
});

test('labels are made as Prometheus makes them', () => {
  const steps: Json[] = [
    { source_labels: ['__meta_a', '__meta_b'], regex: 'x;(.*)', action: 'keep' },
    { source_labels: ['__meta_b'], target_label: 'b' },
    { target_label: 'c', replacement: 'd' },
  ];

  expect(relabelled({ __meta_a: 'x', __meta_b: 'y' }, steps)).toMatchObject({ b: 'y', c: 'd' });
  expect(relabelled({ __meta_a: 'z', __meta_b: 'y' }, steps)).toBeUndefined();
  expect(() => relabelled({}, [{ action: 'hashmod' }])).toThrow("the action 'hashmod'");
});
