import { sentenceOf } from '../../lib/model/mistake.ts';
import { plainYaml } from '../../lib/model/plain-yaml.ts';

const object = (fields: string): string => `apiVersion: v1\nkind: ConfigMap\n${fields}`;

function sentences(files: Readonly<Record<string, string>>): string[] {
  const components = { shop: { services: {}, objects: 'lib/components/shop/yaml' } };
  return plainYaml(components, ['dev', 'prod'], () => new Map(Object.entries(files))).mistakes.map(sentenceOf);
}

test.each<[what: string, files: Readonly<Record<string, string>>, sentence: string]>([
  [
    'YAML that is broken',
    { 'base/a.yaml': 'kind: ConfigMap\nmetadata: {name: a\n' },
    'lib/components/shop/yaml/base/a.yaml: Line 3: Flow map in block collection must be sufficiently indented and end with a }',
  ],
  [
    'an alias',
    { 'base/a.yaml': object('metadata: &m {name: a}\ndata: *m\n') },
    "lib/components/shop/yaml/base/a.yaml: Line 4: the alias '*m' is used, each value must be written out",
  ],
  [
    'an object without a kind',
    { 'base/a.yaml': 'apiVersion: v1\nmetadata: {name: a}\n' },
    "lib/components/shop/yaml/base/a.yaml: has no 'kind', each object must have one",
  ],
  [
    'an object without a name, among others',
    { 'base/a.yaml': `${object('metadata: {name: a}\n')}---\n${object('metadata: {}\n')}` },
    "lib/components/shop/yaml/base/a.yaml: document 2: ConfigMap has no 'metadata.name', each object must have one",
  ],
  [
    'an object that says its namespace',
    { 'base/a.yaml': object('metadata: {name: a, namespace: shop}\n') },
    "lib/components/shop/yaml/base/a.yaml: says its namespace ('shop'), which must be left out: that of its component is set",
  ],
  [
    'a file beside the folders',
    { 'a.yaml': object('metadata: {name: a}\n') },
    "lib/components/shop/yaml/a.yaml: lies in 'a.yaml', it must lie in a folder of: 'base', 'dev', 'prod'",
  ],
  [
    'a folder that is no environment',
    { 'prd/a.yaml': object('metadata: {name: a}\n') },
    "lib/components/shop/yaml/prd/a.yaml: lies in 'prd', it must lie in a folder of: 'base', 'dev', 'prod' (did you mean 'prod'?)",
  ],
  [
    'an object twice',
    { 'base/a.yaml': object('metadata: {name: a}\n'), 'base/b.yaml': object('metadata: {name: a}\n') },
    'lib/components/shop/yaml/base: ConfigMap a is there twice, each object must be there once',
  ],
  [
    'another version in an environment',
    {
      'base/a.yaml': 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\n',
      'dev/a.yaml': 'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\n',
    },
    "lib/components/shop/yaml/dev: CronJob a is of 'batch/v1', and of 'batch/v1beta1' in the base: it must be of one version, or stand in no base",
  ],
])('refuses %s', (_, files, sentence) => {
  expect(sentences(files)).toEqual([sentence]);
});

test('takes what a cluster has once, also in a namespace of Kubernetes itself', () => {
  const role = object('metadata: {name: a, namespace: kube-system}\n');

  expect(sentences({ 'base/cluster/a.yaml': role, 'base/README.md': 'Words.' })).toEqual([]);
});
