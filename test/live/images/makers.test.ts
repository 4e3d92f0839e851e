import { families } from '../../conformance/toolbox/catalogue.ts';
import { pinnedVersion } from '../../conformance/toolbox/pinned-version.ts';
import { makerOf, makers } from './makers.ts';
import { partsOf } from './reference.ts';

const models = ['registry.example/own/judge'];

test.each([
  ['quay.io/prometheus/prometheus:v3.15.0', 'quay.io/prometheus/prometheus', 'v3.15.0'],
  ['registry.example:5000/a/b:1.2', 'registry.example:5000/a/b', '1.2'],
])('%s has a name and a tag', (reference, name, tag) => {
  expect(partsOf(reference)).toEqual({ name, tag });
});

test.each([
  [`docker.io/a/b@sha256:${'0'.repeat(64)}`, 'has a digest, must have a tag alone'],
  [`docker.io/a/b:1.2.3@sha256:${'0'.repeat(64)}`, 'has a digest, must have a tag alone'],
  ['docker.io/a/b', 'has no tag, must have one'],
  ['registry.example:5000/a/b', 'has no tag, must have one'],
])('%s is refused', (reference, words) => {
  expect(() => partsOf(reference)).toThrow(`${reference}: ${words}`);
});

test('every image is made of families that there are', () => {
  const known = families.map(({ name }) => name);

  expect(
    Object.values(makers).flatMap(({ families: needed = [] }) => needed.filter(name => !known.includes(name))),
  ).toEqual([]);
});

test('a promoted tag has the same maker, and its note says what runs instead', async () => {
  const name = 'quay.io/prometheus/alertmanager';
  const version = pinnedVersion('alertmanager-server');
  const note = (tag: string): unknown => makerOf(`${name}:${tag}`, models).note({ name, tag });

  expect(makerOf(`${name}:v9.9.9`, models)).toBe(makerOf(`${name}:v${version}`, models));
  expect(await note(`v${version}`)).toBe(`alertmanager ${version}, built from its Go module`);
  expect(await note('v9.9.9')).toBe(`alertmanager ${version}, built from its Go module, in place of v9.9.9`);
});

test('what a program is told to say of itself is its version', () => {
  const said = families.flatMap(({ name, variables = {} }) =>
    Object.entries(variables)
      .filter(([variable]) => /^(main\.VERSION|.*\/version\.(Version|gitVersion)|.*\.AppVersion)$/.test(variable))
      .map(([, version]) => [name, version.replace(/^v/, '')]),
  );

  expect(said.length).toBeGreaterThan(4);
  for (const [name, version] of said) {
    // A release 3.15.0 is the module 0.315.0.
    const release =
      name === 'prometheus-server' ? pinnedVersion(name!).replace('0.315.', '3.15.') : pinnedVersion(name!);
    expect([name, version]).toEqual([name, release]);
  }
});

test('the version of Prometheus is that of its releases, not of its module', async () => {
  const name = 'quay.io/prometheus/prometheus';

  expect(await makerOf(`${name}:v3.15.0`, models).note({ name, tag: 'v3.15.0' })).toBe(
    'prometheus 3.15.0, built from its Go module',
  );
});

test('what nobody makes has a stand-in that says so', async () => {
  const maker = makerOf('docker.io/any/thing:1.2.3', models);

  expect(maker.stands).toBe('stand-in');
  expect(await maker.note({ name: 'docker.io/any/thing', tag: '1.2.3' })).toMatch(/^nobody makes this image here/);
});

test('an image of a name that every object has is unknown, too', () => {
  expect(makerOf('constructor:1.2.3', models).stands).toBe('stand-in');
});

test('a model is played under any tag', () => {
  expect(makerOf('registry.example/own/judge:2.0.1', models)).toBe(makerOf('registry.example/own/judge:1.0.0', models));
  expect(makerOf('registry.example/own/other:1.0.0', models)).not.toBe(
    makerOf('registry.example/own/judge:1.0.0', models),
  );
});
