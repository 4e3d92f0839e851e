import { loadSchemas } from '../../lib/checks/schema/schemas.ts';
import { kindsOf } from '../../lib/kinds/index.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { mapAt } from '../../lib/yaml/json-path.ts';
import { definition, definitionOfSpec, definitionsOf } from '../fixtures/definitions.ts';

// What is accepted here and what is not was compared with API servers 1.33 and 1.36, for thousands of random objects of
// such a kind and of 49 kinds of well-known operators.

const item = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, protocol: { type: 'string', default: 'TCP' } },
};

const spec: JsonMap = {
  required: ['filled', 'level'],
  properties: {
    filled: { type: 'string', default: 'abc', enum: ['abc', '5'] },
    level: { type: 'object', default: {}, properties: { of: { type: 'integer', default: 3, multipleOf: 3 } } },
    whole: { type: 'integer', minimum: 0, exclusiveMinimum: true, maximum: 10, exclusiveMaximum: true },
    small: { type: 'integer', format: 'int32', minimum: -1 },
    number: { type: 'number', maximum: 0.5 },
    flag: { type: 'boolean' },
    text: { type: 'string', minLength: 2, maxLength: 4, pattern: '^[[:alpha:]]+\\z' },
    either: { type: 'string', pattern: '^(?i)(yes|no)$' },
    unread: { type: 'string', pattern: '^((?i)may|june)$' },
    maybe: { type: 'string', nullable: true },
    when: { type: 'string', format: 'date-time' },
    day: { type: 'string', format: 'date' },
    data: { type: 'string', format: 'byte' },
    id: { type: 'string', format: 'uuid' },
    address: { type: 'string', format: 'ipv4' },
    longAddress: { type: 'string', format: 'ipv6' },
    link: { type: 'string', format: 'uri' },
    percent: { 'x-kubernetes-int-or-string': true, 'pattern': '^[0-9]+%$' },
    set: { 'type': 'array', 'x-kubernetes-list-type': 'set', 'items': { type: 'string' } },
    ports: {
      'type': 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name', 'protocol'],
      'items': item,
      'maxItems': 3,
    },
    labels: { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1 },
    open: { type: 'object', additionalProperties: true },
    free: {
      'type': 'object',
      'x-kubernetes-preserve-unknown-fields': true,
      'properties': { known: { type: 'object', properties: { a: { type: 'integer' } } } },
    },
    any: { 'x-kubernetes-preserve-unknown-fields': true },
    pod: { 'type': 'object', 'x-kubernetes-embedded-resource': true, 'properties': { spec: { type: 'object' } } },
    one: {
      type: 'object',
      properties: { left: { type: 'integer' }, right: { type: 'integer' } },
      oneOf: [{ required: ['left'] }, { required: ['right'] }],
    },
    some: {
      type: 'object',
      properties: { left: { type: 'integer' }, right: { type: 'integer' } },
      anyOf: [{ required: ['left'] }, { required: ['right'], properties: { right: { minimum: 5 } } }],
      not: { required: ['left', 'right'] },
    },
    all: { type: 'integer', allOf: [{ minimum: 2 }, { maximum: 4 }] },
  },
};

const odd = definitionOfSpec('Odd', spec);
const named = definition('Named', {
  versions: {
    v1: {
      type: 'object',
      required: ['spec'],
      properties: { metadata: { type: 'object', properties: { name: { type: 'string', maxLength: 5 } } }, spec: {} },
    },
    v2: { type: 'object', properties: { data: { type: 'integer' } } },
  },
});
const kinds = kindsOf({ definitions: definitionsOf(odd, named), kinds: [] });

test.each<[string, JsonMap]>([
  ['nothing, where defaults fill what must be there', {}],
  ['null, where a default takes its place', { filled: null, level: null }],
  ['null, where it may be', { maybe: null, any: null }],
  ['each value of its type', { whole: 1, number: -0.5, flag: false, text: 'ab', set: ['a', 'b'], labels: { a: 'b' } }],
  ['a number or a text', { percent: 5 }],
  ['another number or text', { percent: '5%' }],
  ['items that differ in one key', { ports: [{ name: 'a' }, { name: 'a', protocol: 'UDP' }, { name: 'b' }] }],
  ['what nobody judges', { open: { a: { b: null } }, any: [{ a: 1 }], free: { b: [null], known: { a: 1 } } }],
  ['an object within it', { pod: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' }, spec: {} } }],
  ['one of two', { one: { left: 1 }, some: { right: 5 }, all: 3 }],
  ['a pattern in any case', { either: 'YES' }],
  ['a text of a pattern that cannot be read', { unread: 'whatever' }],
  ['a format that is not judged', { link: 'no link' }],
  [
    'each format',
    {
      when: '2024-01-01T00:00:00.5Z',
      day: '2024-02-29',
      data: 'YQ==',
      id: '123e4567-e89b-12d3-a456-426614174000',
      address: '10.0.0.1',
      longAddress: '::ffff:10.0.0.1',
      small: 2147483647,
    },
  ],
])('accepts %s', async (_title, content) => {
  expect(await problemsOf(content)).toEqual([]);
});

test.each<[string, JsonMap, string]>([
  ['an unknown field', { levle: {} }, 'spec.levle is unknown, the kind has no such field'],
  ['one deeper down', { ports: [{ name: 'a', port: 1 }] }, 'spec.ports[0].port is unknown, the kind has no such field'],
  ['one below what is free', { free: { known: { b: 1 } } }, 'spec.free.known.b is unknown, the kind has no such field'],
  ['a missing field', { ports: [{}] }, 'spec.ports[0].name is missing'],
  ['a text for a number', { whole: '5' }, "spec.whole ('5') must be an integer"],
  ['a fraction for a whole number', { whole: 1.5 }, 'spec.whole (1.5) must be an integer'],
  ['too large a number for an integer', { all: 1e20 }, 'spec.all (100000000000000000000) must be an integer'],
  ['a list for a map', { labels: ['a'] }, "spec.labels (['a']) must be a map"],
  ['a map for a list', { set: { a: 1 } }, "spec.set ({'a':1}) must be a list"],
  ['a wrong entry', { labels: { a: 1 } }, 'spec.labels.a (1) must be a string'],
  ['neither a number nor a text', { percent: true }, 'spec.percent (true) must be an integer or a string'],
  ['a text of another pattern', { percent: '5' }, "spec.percent ('5') must match ^[0-9]+%$"],
  ['a text of another class', { text: 'a1' }, "spec.text ('a1') must match ^[[:alpha:]]+\\z"],
  ['a text of no case', { either: 'maybe' }, "spec.either ('maybe') must match ^(?i)(yes|no)$"],
  ['a short text', { text: 'a' }, "spec.text ('a') must have at least 2 characters"],
  ['a long text', { text: 'äöüäö' }, "spec.text ('äöüäö') must have at most 4 characters and match ^[[:alpha:]]+\\z"],
  ['no word of those that it may be', { filled: '6' }, "spec.filled ('6') must be one of 'abc', '5'"],
  ['a bound that is not in it', { whole: 0 }, 'spec.whole (0) must be more than 0'],
  ['the other one', { whole: 10 }, 'spec.whole (10) must be less than 10'],
  ['too little', { small: -2 }, 'spec.small (-2) must be at least -1'],
  ['too much', { number: 0.6 }, 'spec.number (0.6) must be at most 0.5'],
  [
    'too large a number of its format',
    { small: 2147483648 },
    'spec.small (2147483648) must be a whole number of 32 bits',
  ],
  ['no multiple', { level: { of: 4 } }, 'spec.level.of (4) must be a multiple of 3'],
  ['too many items', { ports: ['a', 'b', 'c', 'd'].map(name => ({ name })) }, 'must have at most 3 items'],
  ['too few entries', { labels: {} }, 'spec.labels ({}) must have at least 1 entries'],
  ['an item twice', { set: ['a', 'b', 'a'] }, 'spec.set[2] has the same value as [0], which must be there once'],
  [
    'an item twice by its keys, one of them by default',
    { ports: [{ name: 'a', protocol: 'TCP' }, { name: 'a' }] },
    "spec.ports[1] has the same 'name' and 'protocol' as [0], which must be there once",
  ],
  ['null', { whole: null }, 'spec.whole is null, it must have a value or be left out'],
  ['an object within it without a kind', { pod: { apiVersion: 'v1' } }, 'spec.pod.kind is missing'],
  ['both of two', { one: { left: 1, right: 1 } }, "spec.one has 2 of 'left', 'right', it must have exactly one"],
  ['none of two', { one: {} }, "spec.one has none of 'left', 'right', it must have exactly one"],
  [
    'none of several forms',
    { some: { right: 4 } },
    'spec.some fits none of the 2 forms that it may have, it must fit one at least',
  ],
  [
    'what it must not be',
    { some: { left: 1, right: 1 } },
    "spec.some is what it must not be: {'required':['left','right']}",
  ],
  ['one of several bounds', { all: 5 }, 'spec.all (5) must be at most 4'],
  [
    'no time',
    { when: '2024-13-01T00:00:00Z' },
    "spec.when ('2024-13-01T00:00:00Z') must be a value of format date-time",
  ],
  ['no day', { day: '2024-1-1' }, "spec.day ('2024-1-1') must be a value of format date"],
  ['no base64', { data: 'a' }, "spec.data ('a') must be base64"],
  ['no base64 either', { data: '' }, "spec.data ('') must be base64"],
  ['no identifier', { id: 'x' }, "spec.id ('x') must be a value of format uuid"],
  ['no address', { address: '10.0.0' }, "spec.address ('10.0.0') must be a value of format ipv4"],
  ['no long address', { longAddress: '1::2::3' }, "spec.longAddress ('1::2::3') must be a value of format ipv6"],
  ['two groups', { longAddress: '1:2' }, 'must be a value of format ipv6'],
  ['one group too many', { longAddress: '1:2:3:4:5:6:7::8' }, 'must be a value of format ipv6'],
])('finds %s', async (_title, content, problem) => {
  expect((await problemsOf(content)).join('\n')).toContain(problem);
});

test('the metadata is what every object has, and a name as the definition wants it', async () => {
  const metadata = { name: 'too-long', labels: { a: 1 }, lables: {} };
  const manifest = { apiVersion: 'example.com/v1', kind: 'Named', metadata, spec: 1 } as unknown as Manifest;

  expect(await judged(manifest)).toEqual([
    'metadata.labels.a (1) must be a string',
    'metadata.lables is unknown, the kind has no such field',
    "metadata.name ('too-long') must have at most 5 characters",
  ]);
});

test('each version is judged by its own schema, and one that is not served is refused', async () => {
  const of = (version: string, content: JsonMap): Manifest =>
    ({ apiVersion: `example.com/${version}`, kind: 'Named', metadata: { name: 'x' }, ...content }) as Manifest;

  expect(await judged(of('v1', { spec: 1 }))).toEqual([]);
  expect(await judged(of('v1', { data: 1 }))).toEqual([
    'spec is missing',
    'data is unknown, the kind has no such field',
  ]);
  expect(await judged(of('v2', { data: 1 }))).toEqual([]);
  expect(await judged(of('v3', { data: 1 }))).toEqual([
    "is of kind 'example.com/v3 Named', which imports/own.yaml does not serve, it must be of 'v1' or 'v2'",
  ]);
});

test('no object breaks it, whatever is wrong', async () => {
  const values: readonly Json[] = [null, true, -1, '', [], [null], {}, { a: null }];
  const places = Object.keys(mapAt(spec, 'properties'));

  for (const place of places) {
    for (const value of values) expect(Array.isArray(await problemsOf({ [place]: value }))).toBe(true);
  }
  for (const value of values) {
    const manifest = { apiVersion: 'example.com/v1', kind: 'Odd', metadata: { name: 'x' }, spec: value };
    expect(Array.isArray(await judged(manifest))).toBe(true);
  }
});

function problemsOf(content: JsonMap): Promise<readonly string[]> {
  return judged({ apiVersion: 'example.com/v1', kind: 'Odd', metadata: { name: 'x' }, spec: content });
}

async function judged(manifest: Manifest): Promise<readonly string[]> {
  const { problemsOf: judge } = await loadSchemas([{ manifests: [manifest] }], kinds);
  return judge(manifest);
}
