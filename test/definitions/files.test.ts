import { checkedPlatform } from '../../lib/model/check-input.ts';
import { sentenceOf } from '../../lib/model/mistake.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { definition, filesOf } from '../fixtures/definitions.ts';
import { rows } from '../fixtures/platform.ts';
import { fresh } from '../checks/fresh.ts';
import type { Loose } from '../checks/fresh.ts';
import { mistakesToldBy } from '../fixtures/told.ts';

const good = definition('Queue');

/** The good definition with a change. */
function changed(edit: (copy: Loose) => void): JsonMap {
  const copy = fresh(good) as Loose;
  edit(copy);
  return copy as JsonMap;
}

test('what a file defines is known, whatever else its definition holds', () => {
  const file = changed(copy => {
    copy.metadata.annotations = { 'controller-gen.kubebuilder.io/version': 'v0.18.0' };
    copy.spec.names.shortNames = ['q'];
    copy.spec.versions[0].subresources = { status: {} };
    copy.spec.versions.push({ ...copy.spec.versions[0], name: 'v1alpha1', served: false, storage: false });
    copy.status = { storedVersions: ['v1'] };
  });
  const { definitions } = checkedPlatform(rows(), {}, filesOf({ 'imports/queues.yaml': file }));

  expect(definitions).toMatchObject([
    {
      file: 'imports/queues.yaml',
      group: 'example.com',
      kind: 'Queue',
      scope: 'namespaced',
      versions: [{ name: 'v1' }],
    },
  ]);
  expect(definitions[0]!.versions).toHaveLength(1);
});

test('several documents of a file are several kinds', () => {
  const files = filesOf({ 'imports/all.yaml': [good, definition('Topic', { scope: 'Cluster' })] });

  expect(checkedPlatform(rows(), {}, files).definitions.map(({ kind, scope }) => [kind, scope])).toEqual([
    ['Queue', 'namespaced'],
    ['Topic', 'cluster'],
  ]);
});

test('rules that only API servers judge are counted, wherever they are', () => {
  const rule = { rule: 'self == oldSelf', message: 'is immutable' };
  const file = changed(copy => {
    copy.spec.versions[0].schema.openAPIV3Schema = {
      'type': 'object',
      'x-kubernetes-validations': [rule],
      'properties': { spec: { 'type': 'string', 'x-kubernetes-validations': [rule, rule] } },
    };
  });

  expect(checkedPlatform(rows(), {}, filesOf({ 'imports/a.yaml': file })).definitions[0]!.versions[0]!.rules).toBe(3);
});

const queue = "imports/queues.yaml: 'queues.example.com'";

test.each<[string, JsonMap | readonly JsonMap[], string, string]>([
  [
    'an object of another kind',
    { apiVersion: 'example.com/v1', kind: 'Queue', metadata: { name: 'orders' } },
    'malformed',
    "imports/queues.yaml: 'orders': 'kind' is 'Queue', it must be 'CustomResourceDefinition': objects to deliver go into a component",
  ],
  [
    'a document without a kind',
    [good, { spec: {} }],
    'malformed',
    "imports/queues.yaml: document 2: 'kind' is undefined, it must be 'CustomResourceDefinition': objects to deliver go into a component",
  ],
  [
    'a definition of the old version',
    changed(copy => {
      copy.apiVersion = 'apiextensions.k8s.io/v1beta1';
    }),
    'malformed',
    `${queue}: 'apiVersion' is 'apiextensions.k8s.io/v1beta1', it must be 'apiextensions.k8s.io/v1': no API server since 1.22 takes another`,
  ],
  [
    'a definition without a schema',
    changed(copy => {
      delete copy.spec.versions[0].schema;
    }),
    'missing',
    `${queue}: 'spec.versions[0].schema.openAPIV3Schema' is missing, it must be the schema of its objects, with the type 'object'`,
  ],
  [
    'a schema of texts',
    changed(copy => {
      copy.spec.versions[0].schema.openAPIV3Schema = { type: 'string' };
    }),
    'malformed',
    `${queue}: 'spec.versions[0].schema.openAPIV3Schema' ({"type":"string"}) must be the schema of its objects, with the type 'object'`,
  ],
  [
    'a name of another plural',
    changed(copy => {
      copy.metadata.name = 'queue.example.com';
    }),
    'conflict',
    "imports/queues.yaml: 'queue.example.com': 'metadata.name' ('queue.example.com') must be 'queues.example.com', made of 'spec.names.plural' and 'spec.group'",
  ],
  [
    'a group that is no domain',
    changed(copy => {
      copy.spec.group = 'example';
    }),
    'malformed',
    `${queue}: 'spec.group' ('example') must be an API group, such as 'example.com'`,
  ],
  [
    'no names',
    changed(copy => {
      delete copy.spec.names;
    }),
    'missing',
    `${queue}: 'spec.names.kind' is missing, it must be a kind, such as 'SparkApplication'\n${queue}: 'spec.names.plural' is missing, it must begin with a letter and hold only lower-case letters, digits and '-', at most 63`,
  ],
  [
    'a scope that is none',
    changed(copy => {
      copy.spec.scope = 'namespaced';
    }),
    'unknown-name',
    `${queue}: 'spec.scope' ('namespaced') must be 'Namespaced' or 'Cluster' (did you mean 'Namespaced'?)`,
  ],
  [
    'no versions',
    changed(copy => {
      copy.spec.versions = [];
    }),
    'missing',
    `${queue}: 'spec.versions' ([]) must be a list with at least one item`,
  ],
  [
    'versions of which none is served',
    changed(copy => {
      copy.spec.versions[0].served = false;
    }),
    'missing',
    `${queue}: 'spec.versions' has none that is served, one at least must be`,
  ],
  [
    'a version that is a text',
    changed(copy => {
      copy.spec.versions = ['v1'];
    }),
    'wrong-type',
    `${queue}: 'spec.versions[0]' ('v1') must be a version with its name, and its schema`,
  ],
  [
    'unknown fields that are kept',
    changed(copy => {
      copy.spec.preserveUnknownFields = true;
    }),
    'refused',
    `${queue}: 'spec.preserveUnknownFields' (true) must be false, or left out`,
  ],
  [
    'a type that nobody has',
    changed(copy => {
      copy.spec.versions[0].schema.openAPIV3Schema.properties = { spec: { type: 'map' } };
    }),
    'unknown-name',
    `${queue}: 'spec.versions[0].schema.openAPIV3Schema.properties.spec.type' ('map') must be one of 'array', 'boolean', 'integer', 'number', 'object', 'string'`,
  ],
  [
    'a part of a schema that is none',
    changed(copy => {
      copy.spec.versions[0].schema.openAPIV3Schema.properties = { spec: { type: 'object', anyOf: [7] } };
    }),
    'wrong-type',
    `${queue}: 'spec.versions[0].schema.openAPIV3Schema.properties.spec.anyOf[0]' (7) must be a schema`,
  ],
  [
    'fields that are no map',
    changed(copy => {
      copy.spec.versions[0].schema.openAPIV3Schema.properties = ['spec'];
    }),
    'wrong-type',
    `${queue}: 'spec.versions[0].schema.openAPIV3Schema.properties' (["spec"]) must hold schemas`,
  ],
  [
    'a reference',
    changed(copy => {
      copy.spec.versions[0].schema.openAPIV3Schema.properties = { spec: { $ref: '#/spec' } };
    }),
    'refused',
    `${queue}: 'spec.versions[0].schema.openAPIV3Schema.properties.spec.$ref' ('#/spec') must be written out, as API servers ask`,
  ],
])('refuses %s', (_title, content, code, sentences) => {
  const mistakes = mistakesOf(filesOf({ 'imports/queues.yaml': content }));

  expect(mistakes.map(sentenceOf).join('\n')).toBe(sentences);
  expect(new Set(mistakes.map(each => each.code))).toEqual(new Set([code]));
});

test.each([
  ['no YAML', 'kind: [a', /^imports\/x\.yaml: Line 1: .*: it must be YAML that all readers agree on$/],
  ['an alias', 'a: &a 1\nb: *a\n', /^imports\/x\.yaml: Line 2: the alias '\*a' is used/],
  ['nothing', '# later\n', /^imports\/x\.yaml: has no definition, it must have one at least$/],
  ['a text', 'hello\n', /^imports\/x\.yaml: Line 1: the document is no map, a manifest must be one/],
])('refuses %s', (_title, text, message) => {
  expect(mistakesOf(new Map([['imports/x.yaml', text]])).map(sentenceOf)[0]).toMatch(message);
});

test('refuses a kind that two files define, or one file twice', () => {
  const files = filesOf({ 'imports/a.yaml': good, 'imports/b.yaml': [good, definition('Topic')] });

  expect(mistakesOf(files).map(sentenceOf)).toEqual([
    'imports/b.yaml: Queue of example.com is defined in imports/a.yaml too, one must go',
  ]);
  expect(mistakesOf(filesOf({ 'imports/a.yaml': [good, good] })).map(each => each.code)).toEqual(['duplicate']);
});

test('tells of files and of tables together', () => {
  const files = filesOf({ 'imports/a.yaml': { kind: 'Secret' }, 'imports/b.yaml': { kind: 'List' } });

  expect(mistakesOf(files, { site: { ...rows().site, domain: '' } })).toHaveLength(3);
});

function mistakesOf(files: ReadonlyMap<string, string>, overrides: Parameters<typeof rows>[0] = {}) {
  return mistakesToldBy(() => checkedPlatform(rows(overrides), {}, files));
}
