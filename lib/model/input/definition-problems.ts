import { manifestsOf } from '../../yaml/yaml-text.ts';
import { isMap } from '../../yaml/json.ts';
import type { Json, JsonMap } from '../../yaml/json.ts';
import { at, listAt, textAt } from '../../yaml/json-path.ts';
import type { Definition } from '../definition.ts';
import type { Manifest } from '../manifest.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { definitionForms, definitionVersion } from './definition-forms.ts';
import { mistakesIn } from './form.ts';
import { schemaFaults } from './schema-faults.ts';
import { shown } from './shown.ts';

/** Definitions of kinds, and what is wrong with the files that they are read from. */
export interface ReadDefinitions {
  readonly definitions: readonly Definition[];
  readonly mistakes: readonly Mistake[];
}

/** Reads the definition files of `imports/`. @param texts by path: `imports/spark.yaml` */
export function definitionsIn(texts: ReadonlyMap<string, string>): ReadDefinitions {
  const mistakes: Mistake[] = [];
  const read = [...texts].flatMap(([file, text]) => definitionsOf(file, text, mistakes));
  const first = new Map<string, Definition>();
  for (const definition of read) {
    const name = `${definition.kind} of ${definition.group}`;
    const other = first.get(name);
    if (!other) first.set(name, definition);
    else mistakes.push(mistake('duplicate', definition.file, `${name} is defined in ${other.file} too, one must go`));
  }
  return { definitions: [...first.values()], mistakes };
}

function definitionsOf(file: string, text: string, mistakes: Mistake[]): Definition[] {
  let documents: readonly JsonMap[];
  try {
    documents = manifestsOf(text);
  } catch (error) {
    const lines = (error as Error).message.split('\n');
    mistakes.push(
      ...lines.map(line => mistake('malformed', file, `${line}: it must be YAML that all readers agree on`)),
    );
    return [];
  }
  if (documents.length === 0) mistakes.push(mistake('missing', file, 'has no definition, it must have one at least'));
  return documents.flatMap((document, index) => {
    const name = textAt(document, 'metadata', 'name');
    const where = `${file}: ${name === undefined ? `document ${index + 1}` : shown(name)}`;
    const found = problemsOf(where, document);
    mistakes.push(...found);
    return found.length > 0 ? [] : [definitionOf(file, document)];
  });
}

function problemsOf(where: string, document: JsonMap): Mistake[] {
  const { kind, apiVersion } = document;
  if (kind !== 'CustomResourceDefinition') {
    const must = "it must be 'CustomResourceDefinition': objects to deliver go into a component";
    return [mistake('malformed', where, `'kind' is ${shown(kind)}, ${must}`)];
  }
  if (apiVersion !== definitionVersion) {
    const why = 'no API server since 1.22 takes another';
    return [
      mistake('malformed', where, `'apiVersion' is ${shown(apiVersion)}, it must be '${definitionVersion}': ${why}`),
    ];
  }
  const faults = definitionForms.flatMap(([path, form]) =>
    mistakesIn(where, form, at(document, ...path.split('.')), path),
  );
  if (faults.length > 0) return faults;
  return [
    ...nameProblems(where, document),
    ...listAt(document, 'spec', 'versions').flatMap((version, index) =>
      schemaFaults(schemaOf(version), `spec.versions[${index}].schema.openAPIV3Schema`).map(fault => ({
        ...fault,
        where,
      })),
    ),
  ];
}

function nameProblems(where: string, document: JsonMap): Mistake[] {
  const name = textAt(document, 'metadata', 'name');
  const expected = `${textAt(document, 'spec', 'names', 'plural')}.${textAt(document, 'spec', 'group')}`;
  if (name === expected) return [];
  const must = `must be '${expected}', made of 'spec.names.plural' and 'spec.group'`;
  return [mistake('conflict', where, `'metadata.name' (${shown(name)}) ${must}`)];
}

function definitionOf(file: string, document: JsonMap): Definition {
  const versions = listAt(document, 'spec', 'versions').filter(version => at(version, 'served') === true);
  const stored = versions.filter(version => at(version, 'storage') === true);
  return {
    file,
    manifest: document as Manifest,
    group: textAt(document, 'spec', 'group')!,
    kind: textAt(document, 'spec', 'names', 'kind')!,
    scope: textAt(document, 'spec', 'scope') === 'Cluster' ? 'cluster' : 'namespaced',
    versions: [...stored, ...versions.filter(version => !stored.includes(version))].map(version => {
      const schema = schemaOf(version) as JsonMap;
      return { name: textAt(version, 'name')!, schema, rules: rulesIn(schema) };
    }),
  };
}

function schemaOf(version: Json): Json | undefined {
  return at(version, 'schema', 'openAPIV3Schema');
}

/** Rules in CEL of a schema and of all below it. */
function rulesIn(schema: Json): number {
  if (Array.isArray(schema)) return schema.reduce((sum: number, each: Json) => sum + rulesIn(each), 0);
  if (!isMap(schema)) return 0;
  return Object.entries(schema).reduce(
    (sum, [key, child]) => sum + (key === 'x-kubernetes-validations' ? listAt(child).length : rulesIn(child)),
    0,
  );
}
