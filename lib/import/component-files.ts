import { fileNames } from '../kustomize/file-names.ts';
import type { Manifest } from '../model/manifest.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import { componentOf, folderOf, objectsFolderOf } from './imported.ts';
import type { Imported } from './imported.ts';

/** The YAML of a component: texts by path below its folder of objects. */
export function objectFiles({ own, ofCluster }: Imported): Map<string, string> {
  const files = new Map<string, string>();
  const add = (folder: string, manifests: readonly Manifest[]): void => {
    const names = fileNames(manifests);
    manifests.forEach((manifest, index) => files.set(`${folder}/${names[index]}.yaml`, yamlText(manifest)));
  };
  add('base', own.base);
  add('base/cluster', ofCluster.base);
  for (const [environment, manifests] of own.environments) add(environment, manifests);
  for (const [environment, manifests] of ofCluster.environments) add(`${environment}/cluster`, manifests);
  return files;
}

/** Every file of a component: texts by path in the repository. @param source what it comes from, for its readers */
export function componentFiles(imported: Imported, source: string): Map<string, string> {
  return new Map([
    [`${folderOf(imported.name)}/index.ts`, indexText(imported, source)],
    ...[...objectFiles(imported)].map(([path, text]): [string, string] => [
      `${objectsFolderOf(imported.name)}/${path}`,
      text,
    ]),
  ]);
}

/** Name of the constant that holds the row of a component. */
export function constantOf(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function indexText(imported: Imported, source: string): string {
  const constant = constantOf(imported.name);
  const { services: _, ...row } = componentOf(imported);
  return [
    "import type { Component } from '../../model/component.ts';",
    '',
    `/** Imported from ${source}; its objects are kept as YAML, and edited there. */`,
    `export const ${constant} = {`,
    ...Object.entries({ ...row, services: {} }).map(([key, value]) => `  ${key}: ${codeOf(value, '  ')},`),
    '} satisfies Component;',
    '',
  ].join('\n');
}

/** A value as TypeScript has it, in the layout of the repository. */
function codeOf(value: unknown, indent: string): string {
  if (typeof value === 'string') return textOf(value);
  if (Array.isArray(value)) return `[${value.map(item => codeOf(item, indent)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const isPlain = entries.every(([key]) => /^[A-Za-z_$][\w$]*$/.test(key));
  const lines = entries.map(([key, each]) => `${isPlain ? key : textOf(key)}: ${codeOf(each, `${indent}  `)}`);
  const line = `{ ${lines.join(', ')} }`;
  return line.length <= 90 ? line : `{\n${lines.map(each => `${indent}  ${each},\n`).join('')}${indent}}`;
}

function textOf(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
