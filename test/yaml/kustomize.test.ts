import fc from 'fast-check';
import { isMap } from '../../lib/yaml/json.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { yamlText } from '../../lib/yaml/yaml-text.ts';
import { anyMap, plain } from '../fixtures/any-json.ts';
import { inFolder } from '../kustomize/kustomization.ts';
import { kustomizes } from '../kustomize/kustomize.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import { everywhere, nastyTexts } from '../fixtures/nasty-texts.ts';

describe.each(kustomizes().map(kustomize => [kustomize.name, kustomize] as const))('%s', (_, kustomize) => {
  test('builds the texts that readers trip over as they are, through each of its ways', () => {
    const spec = Object.fromEntries(
      Object.entries(nastyTexts).map(([kind, texts]) => {
        return [kind, everywhere(texts.filter(isCarried), texts.filter(isCarriedKey))];
      }),
    );

    expect(everyBuild(kustomize, spec)).toEqual({ resource: spec, beside: spec, json: spec, strategic: spec });
  });

  test('builds any value as it is, through each of its ways', () => {
    const cases = fc.sample(anyMap, { numRuns: 400, seed: 9 }).filter(isCarriedValue).map(plain);
    const spec = { cases };

    expect(cases.length).toBeGreaterThan(200);
    expect(everyBuild(kustomize, spec)).toEqual({ resource: spec, beside: spec, json: spec, strategic: spec });
  });
});

// Kustomize writes U+2028 and U+2029 bare, which Go alone reads again, and fails at a tab before several lines.
function isCarried(text: string): boolean {
  return !/[\u007f\u2028\u2029\ufffe]|^\t[^]*\n/.test(text);
}

// It merges under `<<`, quoted or not, has no place for an empty key, and breaks a long key in two.
function isCarriedKey(text: string): boolean {
  return isCarried(text) && text !== '<<' && text !== '' && text.length <= 1000;
}

function isCarriedValue(value: Json): boolean {
  if (typeof value === 'string') return isCarried(value);
  if (Array.isArray(value)) return value.every(isCarriedValue);
  if (isMap(value)) return Object.entries(value).every(([key, held]) => isCarriedKey(key) && isCarriedValue(held));
  return true;
}

/** A specification through each of the ways that Kustomize has: a resource, one with a patch elsewhere, and patches. */
function everyBuild(kustomize: Kustomize, spec: JsonMap): Readonly<Record<string, Json | undefined>> {
  const ways = ['resource', 'beside', 'json', 'strategic'];
  const files = new Map([
    ['resource.yaml', yamlText(thing('resource', spec))],
    ['beside.yaml', yamlText(thing('beside', spec))],
    ['json.yaml', yamlText(thing('json', {}))],
    ['strategic.yaml', yamlText(thing('strategic', {}))],
    ['beside.patch.yaml', yamlText([{ op: 'add', path: '/status', value: 'patched' }])],
    ['json.patch.yaml', yamlText([{ op: 'replace', path: '/spec', value: spec }])],
    ['strategic.patch.yaml', yamlText(thing('strategic', spec))],
    [
      'kustomization.yaml',
      yamlText({
        resources: ways.map(name => `${name}.yaml`),
        patches: [
          ...['beside', 'json'].map(name => ({ path: `${name}.patch.yaml`, target: { kind: 'Thing', name } })),
          { path: 'strategic.patch.yaml' },
        ],
      }),
    ],
  ]);
  const built = inFolder(files, folder => kustomize.build(folder));
  return Object.fromEntries(built.map(({ metadata, spec: found }) => [(metadata as JsonMap).name, found]));
}

function thing(name: string, spec: JsonMap): JsonMap {
  return { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name }, spec };
}
