import type { DefinedVersion, Definition } from '../model/definition.ts';
import { grouped } from '../model/grouped.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import { mapAt } from '../yaml/json-path.ts';
import { commentText } from './comment-text.ts';
import { fieldText, needs } from './type-text.ts';

const headerStart = '// Written by `npm run typings` from ';

/** Whether this program wrote a file, told from its text. */
export function isTypings(text: string): boolean {
  return text.startsWith(headerStart);
}

/**
 * The types of all definition files, text by path: `imports/spark.ts` for `imports/spark.yaml`. Each kind is an interface
 * of its name, which is the version that is stored; those of other versions have the version in their names.
 *
 * @throws InputError for two kinds of one name in one file
 */
export function typingsOf(definitions: readonly Definition[]): Map<string, string> {
  const files = grouped(definitions, ({ file }) => file);
  return new Map([...files].map(([file, own]) => [file.replace(/\.ya?ml$/, '.ts'), textOf(file, own)]));
}

function textOf(file: string, definitions: readonly Definition[]): string {
  const types = definitions.flatMap(definition =>
    definition.versions.map((version, index) => ({ name: nameOf(definition, version, index), definition, version })),
  );
  const twice = types.find(({ name }, index) => types.findIndex(other => other.name === name) !== index);
  if (twice) {
    const message = `two of its kinds would have the type '${twice.name}', each must be in a file of its own`;
    throw new InputError([mistake('conflict', file, message)]);
  }
  const interfaces = types.map(({ name, definition, version }) => interfaceText(name, definition, version));
  const uses = "import type { CustomObjectMetadata } from '../lib/model/custom-object.ts';\n";
  return [`${headerStart}${file}, never edited.\n${uses}`, ...interfaces].join('\n');
}

function nameOf({ kind }: Definition, { name }: DefinedVersion, index: number): string {
  const version = index === 0 ? '' : name.replaceAll(/(?:^|\d+)[a-z]/g, part => part.toUpperCase());
  return `${kind}${version}`.replaceAll('-', '');
}

function interfaceText(name: string, { group, kind }: Definition, { name: version, schema }: DefinedVersion): string {
  const { apiVersion: _a, kind: _k, metadata: _m, status: _s, ...fields } = mapAt(schema, 'properties');
  return [
    commentText(schema, ''),
    `export interface ${name} {\n`,
    `  readonly apiVersion: '${group}/${version}';\n`,
    `  readonly kind: '${kind}';\n`,
    '  readonly metadata?: CustomObjectMetadata;\n',
    ...Object.entries(fields).map(([field, content]) => fieldText(field, content, needs(schema, field), '  ')),
    '}\n',
  ].join('');
}
