import { join } from 'node:path';
import ts from 'typescript';
import { InputError } from '../../lib/model/input-error.ts';
import { isTypings, typingsOf } from '../../lib/typings/typings.ts';
import { definition, definitionOfSpec, definitionsOf } from '../fixtures/definitions.ts';
import { root } from '../fixtures/repository.ts';

const schema = {
  required: ['length', 'filled'],
  properties: {
    'length': { type: 'integer', description: 'How many wait at most. Nobody counts those that are being read.' },
    'filled': { type: 'string', default: 'x' },
    'overflow': { type: 'string', enum: ['reject', "it's full"] },
    'size': { 'x-kubernetes-int-or-string': true },
    'flag': { type: 'boolean' },
    'ports': {
      'description': '*/ evil();',
      'type': 'array',
      'x-kubernetes-validations': [{ rule: 'self.size() < 3', message: 'at most two' }],
      'items': { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    },
    'words': { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
    'labels': { type: 'object', additionalProperties: { type: 'string' } },
    'nothing': { type: 'object' },
    'free': {
      'type': 'object',
      'x-kubernetes-preserve-unknown-fields': true,
      'properties': { known: { type: 'number' } },
    },
    'any': { 'x-kubernetes-preserve-unknown-fields': true },
    'pod': { 'type': 'object', 'x-kubernetes-embedded-resource': true, 'x-kubernetes-preserve-unknown-fields': true },
    'odd-name': { type: 'string' },
  },
};
const [[path, text] = ['', '']] = typingsOf(definitionsOf(definitionOfSpec('Queue', schema)));

test('the types of a definition file lie beside it', () => {
  expect(path).toBe('imports/own.ts');
  expect(isTypings(text)).toBe(true);
  expect(text).toBe(`// Written by \`npm run typings\` from imports/own.yaml, never edited.
import type { CustomObjectMetadata } from '../lib/model/custom-object.ts';

export interface Queue {
  readonly apiVersion: 'example.com/v1';
  readonly kind: 'Queue';
  readonly metadata?: CustomObjectMetadata;
  readonly spec?: {
    readonly any?: unknown;
    readonly filled?: string;
    readonly flag?: boolean;
    readonly free?: {
      readonly known?: number;
      readonly [other: string]: unknown;
    };
    readonly labels?: Readonly<Record<string, string>>;
    /** How many wait at most. */
    readonly length: number;
    readonly nothing?: Readonly<Record<string, never>>;
    readonly 'odd-name'?: string;
    readonly overflow?: 'reject' | 'it\\'s full';
    readonly pod?: {
      readonly apiVersion: string;
      readonly kind: string;
      readonly metadata?: Readonly<Record<string, unknown>>;
      readonly [other: string]: unknown;
    };
    /**
     * * / evil();
     * Judged by API servers alone: at most two
     */
    readonly ports?: readonly {
      readonly name: string;
    }[];
    readonly size?: number | string;
    readonly words?: readonly ('a' | 'b')[];
  };
}
`);
});

test('the version that is stored has the name of its kind, others have theirs', () => {
  const versions = { v1: { type: 'object' }, v1beta1: { type: 'object' }, v2alpha1: { type: 'object' } };
  const [written = ''] = typingsOf(definitionsOf(definition('Queue', { versions }))).values();

  expect([...written.matchAll(/interface (\w+) \{\n.*'(.*)'/g)].map(([, name, version]) => [name, version])).toEqual([
    ['Queue', 'example.com/v1'],
    ['QueueV1Beta1', 'example.com/v1beta1'],
    ['QueueV2Alpha1', 'example.com/v2alpha1'],
  ]);
});

test('two kinds of one name must be in two files', () => {
  const twice = definitionsOf(definition('Queue'), definition('Queue', { group: 'example.org' }));

  expect(() => typingsOf(twice)).toThrow(InputError);
  expect(() => typingsOf(twice)).toThrow(
    "imports/own.yaml: two of its kinds would have the type 'Queue', each must be in a file of its own",
  );
});

const use = `
import { Construct } from 'constructs';
import { customObject } from '../lib/constructs/custom-object.ts';
import type { Queue } from './own.ts';

export class Service extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    customObject<Queue>(this, 'Queue', {
      apiVersion: 'example.com/v1',
      kind: 'Queue',
      metadata: { name: 'orders', labels: { team: 'data' } },
      spec: { length: 5, overflow: 'reject', size: '5%', ports: [{ name: 'a' }], free: { more: [1] }, any: null },
    });
  }
}
`;

test('what they allow compiles', () => {
  expect(errorsOf(use)).toEqual([]);
});

test.each([
  ['an unknown field', 'length: 5', 'length: 5, lenght: 5', "'lenght' does not exist in type"],
  ['a missing field', 'length: 5, ', '', "Property 'length' is missing"],
  ['a text for a number', 'length: 5', "length: '5'", "Type 'string' is not assignable to type 'number'"],
  ['a word that is none', "'reject'", "'rejct'", `Type '"rejct"' is not assignable`],
  ['another version', 'example.com/v1', 'example.com/v2', `Type '"example.com/v2"' is not assignable`],
  ['a namespace', "{ name: 'orders',", "{ namespace: 'a', name: 'orders',", "'namespace' does not exist in type"],
])('%s does not', (_title, right, wrong, message) => {
  expect(use).toContain(right);

  const errors = errorsOf(use.replace(right, wrong));

  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(message);
});

/** Messages of the compiler for a file in `imports/` beside the types. */
function errorsOf(source: string): string[] {
  const texts = new Map([
    [join(root, 'imports/own.ts'), text],
    [join(root, 'imports/tried-by-a-test.ts'), source],
  ]);
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  host.getCurrentDirectory = () => root;
  const { getSourceFile, fileExists } = host;
  host.fileExists = file => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, target) => {
    const known = parsed.get(file);
    if (known) return known;
    const own = texts.get(file);
    const read = own === undefined ? getSourceFile(file, target) : ts.createSourceFile(file, own, target);
    if (read && own === undefined) parsed.set(file, read);
    return read;
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()]
    .flatMap(file => program.getSemanticDiagnostics(program.getSourceFile(file)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const parsed = new Map<string, ts.SourceFile>();
