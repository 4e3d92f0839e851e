import type { Json } from '../../lib/yaml/json.ts';
import { yamlText } from '../../lib/yaml/yaml-text.ts';

test('writes a manifest as a person would', () => {
  const labels = { 'app.kubernetes.io/name': 'api' };
  const manifest = {
    spec: {
      template: { spec: { volumes: [{ name: 'tmp', emptyDir: {} }], containers: [container()] }, metadata: { labels } },
      selector: { matchLabels: labels },
      replicas: 2,
    },
    data: {
      'run.sh': '#!/bin/sh\nset -eu\n\nexec api\n',
      'motto': 'one\ntwo',
      'log': 'kept\n\n',
      'a.conf': 'aligned  \nright',
    },
    metadata: { annotations: { 'retries': '3', 'a.b/c': 'no' }, labels, namespace: 'serving', name: 'api' },
    kind: 'Deployment',
    apiVersion: 'apps/v1',
  };

  expect(yamlText(manifest, { header: 'Generated.' })).toBe(`# Generated.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: serving
  labels:
    app.kubernetes.io/name: api
  annotations:
    a.b/c: "no"
    retries: "3"
spec:
  replicas: 2
  selector:
    matchLabels:
      app.kubernetes.io/name: api
  template:
    metadata:
      labels:
        app.kubernetes.io/name: api
    spec:
      containers:
        - name: api
          image: ghcr.io/acme/api:1.4.2
          args:
            - --port=8080
            - -v
            - $(LEVEL)
          command: []
          resources:
            limits:
              cpu: 100m
              memory: 1Gi
      volumes:
        - emptyDir: {}
          name: tmp
data:
  a.conf: "aligned  \\nright"
  log: |+
    kept

  motto: |-
    one
    two
  run.sh: |
    #!/bin/sh
    set -eu

    exec api
`);
});

test.each([
  '100m',
  '1Gi',
  '60s',
  '30d',
  '10.0.0.0/8',
  '--port=8080',
  '-c',
  '$(HOME)/bin',
  '/etc/api',
  './run',
  '../base',
  'a#b',
  "it's",
  'https://mlflow.platform.svc:5000/?a=b&c=d',
  'ghcr.io/acme/api@sha256:0f3c',
  'sum(rate(x{y="z"}[5m])) by (job) > 0.5',
  'größer – 中文 😀',
  'app.kubernetes.io/name',
  'a  b',
  'arn:aws::x',
])('leaves %s bare, as a value and as a key', text => {
  expect(yamlText([text])).toBe(`- ${text}\n`);
  expect(yamlText({ [text]: 1 })).toBe(`${text}: 1\n`);
});

test.each([
  ['a space before the end of a line', 'a \nb'],
  ['a line of spaces', 'a\n  \nb'],
  ['white space in front', ' a\nb'],
  ['an empty first line', '\na'],
  ['a tab in front', '\ta\nb'],
  ['a carriage return', 'a\r\nb'],
  ['nothing but line breaks', '\n\n'],
])('quotes lines with %s', (_, text) => {
  expect(yamlText({ text })).toBe(`text: ${JSON.stringify(text)}\n`);
});

test.each<[string, Json, string]>([
  ['lines that look like documents, and tabs in them', ['---\na\n%b\n\tc\n'], '- |\n  ---\n  a\n  %b\n  \tc\n'],
  ['blank lines that would end the file', { a: 'x\n\n' }, 'a: "x\\n\\n"\n'],
  ['what no one sees', ['a\u2028\u00a0\u0085\u007f\ufeff'], '- "a\\u2028\\u00a0\\u0085\\u007f\\ufeff"\n'],
  ['a half of a character', ['\ud800'], '- "\\ud800"\n'],
  ['lists in lists', [[['a'], []], [{ b: 1, c: 2 }]], '- - - a\n  - []\n- - b: 1\n    c: 2\n'],
  ['a key longer than YAML finds', { ['k'.repeat(1025)]: { b: 1, a: 2 } }, `? ${'k'.repeat(1025)}\n: a: 2\n  b: 1\n`],
  ['a value that is no collection', 'yes', '"yes"\n'],
  [
    'numbers',
    [0, -0, -1, 1.5, 1e20, 1e21, -1e-7, 2.5e300],
    '- 0\n- 0\n- -1\n- 1.5\n- 100000000000000000000\n- 1.0e+21\n- -1.0e-7\n- 2.5e+300\n',
  ],
  ['null, true and false', [null, true, false], '- null\n- true\n- false\n'],
])('writes %s', (_, value, text) => {
  expect(yamlText(value)).toBe(text);
});

test('folds no line, however long', () => {
  const long = 'word '.repeat(500).trim();

  expect(
    yamlText({ a: long, b: `${long}: x`, c: `${long}\n${long}` })
      .split('\n')
      .map(line => line.length),
  ).toEqual([3 + 2499, 3 + 2502 + 2, 'c: |-'.length, 2 + 2499, 2 + 2499, 0]);
});

test('writes an object out wherever it appears', () => {
  const labels = { app: 'api' };

  expect(yamlText({ a: labels, b: [labels, labels] })).toBe('a:\n  app: api\nb:\n  - app: api\n  - app: api\n');
});

test('comments every line of the header, wherever a reader breaks it', () => {
  expect(yamlText({}, { header: 'a\n\nb\u2028c\r\nd' })).toBe('# a\n#\n# b\n# c\n# d\n{}\n');
});

test.each([
  [NaN, 'yamlText: the number NaN must be finite to be a value of JSON'],
  [-Infinity, 'yamlText: the number -Infinity must be finite to be a value of JSON'],
  [undefined, "yamlText: a value of type 'undefined' must be a value of JSON"],
  [() => 1, "yamlText: a value of type 'function' must be a value of JSON"],
])('refuses %p', (value, message) => {
  expect(() => yamlText({ a: value as Json })).toThrow(new Error(message));
});

function container(): Json {
  return {
    resources: { limits: { memory: '1Gi', cpu: '100m' } },
    command: [],
    args: ['--port=8080', '-v', '$(LEVEL)'],
    image: 'ghcr.io/acme/api:1.4.2',
    name: 'api',
  };
}
