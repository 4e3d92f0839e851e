import { ApiObject, JsonPatch, Lazy } from 'cdk8s';
import type { ApiObjectProps } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { ComponentChart } from '../../lib/constructs/component-chart.ts';
import { StatefulSet } from '../../lib/constructs/stateful-set.ts';
import { Surroundings } from '../../lib/model/surroundings.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { render } from '../../lib/synth/render.ts';
import { RenderedObjects } from '../../lib/synth/rendered-objects.ts';
import { renderingsOf } from '../../lib/synth/renderings.ts';
import { environment, platform } from '../fixtures/platform.ts';

const port = (number: number) => ({ port: number, targetPort: k8s.IntOrString.fromNumber(number) });
const service = (number: number) => (scope: Construct) =>
  new k8s.KubeService(scope, 'Object', { metadata: { name: 'shop' }, spec: { ports: [port(number)] } });
const plain = (spec: unknown) => (scope: Construct) =>
  new ApiObject(scope, 'Object', {
    apiVersion: 'example.com/v1',
    kind: 'Thing',
    metadata: { name: 'shop' },
    spec,
  } as ApiObjectProps);

test('an object that says the same twice becomes one and the same manifest', () => {
  const [first, second] = both(service(80), service(80));

  expect(second).toBe(first);
});

test.each<[string, Build, Build]>([
  ['another value below a list and a class of its own', service(80), service(81)],
  ['one more field', plain({ a: 1 }), plain({ a: 1, b: 2 })],
  ['one field fewer', plain({ a: 1, b: 2 }), plain({ a: 1 })],
  ['another name for a field', plain({ a: undefined, b: 2 }), plain({ b: 2, c: 3 })],
  ['a text for a number', plain({ a: 1 }), plain({ a: '1' })],
  ['a map for a list', plain({ a: ['x'] }), plain({ a: { 0: 'x' } })],
  ['a value that is made at the end', plain({ a: lazily(1) }), plain({ a: lazily(2) })],
  ['a label that came later', service(80), changed(service(80), object => object.metadata.addLabel('tier', 'front'))],
  [
    'an annotation that came later',
    service(80),
    changed(service(80), object => object.metadata.addAnnotation('a', 'b')),
  ],
  ['a finalizer that came later', service(80), changed(service(80), object => object.metadata.addFinalizers('a/b'))],
  [
    'a field of the metadata that came later',
    service(80),
    changed(service(80), object => object.metadata.add('generateName', 'y')),
  ],
  ['a patch', service(80), changed(service(80), object => object.addJsonPatch(JsonPatch.remove('/spec/ports')))],
  [
    'another class',
    scope => new k8s.KubeStatefulSet(scope, 'Object', claims),
    scope => new StatefulSet(scope, 'Object', claims),
  ],
])('an object with %s gets a manifest of its own', (_title, before, after) => {
  const [first, second] = both(before, after);

  expect(second).not.toBe(first);
  expect(second).not.toEqual(first);
  expect(second).toEqual(manifestOf(after, new RenderedObjects()));
});

test('sharing changes nothing in what is delivered', () => {
  const settings = { shop: { shop: { replicas: 2 } } } as object;
  const input = platform({
    environments: [environment('dev', { nodePortOffset: 1000 }), environment('prod', { settings })],
  });

  const { environments } = renderingsOf(input);

  for (const { surroundings, renderings } of environments) {
    const alone = [...renderings.keys()].map(component =>
      render(component, input.components[component]!, surroundings),
    );
    expect([...renderings.values()]).toEqual(alone);
  }
  expect(environments.map(({ renderings }) => renderings.size)).toEqual([2, 2]);
});

const claims: k8s.KubeStatefulSetProps = {
  metadata: { name: 'shop' },
  spec: {
    serviceName: 'shop',
    selector: { matchLabels: { app: 'shop' } },
    template: {},
    volumeClaimTemplates: [{ metadata: { name: 'data' } }],
  },
};

type Build = (scope: Construct) => ApiObject;

function both(before: Build, after: Build): readonly [Manifest, Manifest] {
  const objects = new RenderedObjects();
  return [manifestOf(before, objects), manifestOf(after, objects)];
}

function manifestOf(build: Build, objects: RenderedObjects): Manifest {
  return objects.manifestOf(build(new ComponentChart('shop', new Surroundings(platform(), undefined))));
}

function changed(build: Build, change: (object: ApiObject) => void): Build {
  return scope => {
    const object = build(scope);
    change(object);
    return object;
  };
}

function lazily(value: number): unknown {
  return Lazy.any({ produce: () => value });
}
