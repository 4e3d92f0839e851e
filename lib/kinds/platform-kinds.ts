import type { CustomKind } from '../model/custom-kind.ts';
import type { Definition } from '../model/definition.ts';
import { listed } from '../model/input/did-you-mean.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { factsOf } from './custom-facts.ts';
import type { Kind } from './kind.ts';
import { kindName } from './kinds.ts';
import { kubernetes } from './packages.ts';

/**
 * The kinds of the program, and those that a platform brings.
 *
 * Of a kind that the program knows, a definition says only what its clusters serve: versions and schema. What the
 * program knows besides stays. Where it counts pods by a schema of its own, which is strict so that nothing makes pods
 * unseen, the platform must say the pods, too.
 *
 * @throws InputError for definitions that contradict what is known, and for rows without a definition
 */
export function kindsWith(
  own: readonly Kind[],
  definitions: readonly Definition[],
  rows: readonly CustomKind[],
): readonly Kind[] {
  const known = new Map(own.map(kind => [kindName(kind), kind]));
  const rowOf = new Map(rows.map(row => [kindName(row), row]));
  const defined = new Set(definitions.map(kindName));
  const mistakes: Mistake[] = [
    ...definitions.flatMap(each => contradictions(each, known.get(kindName(each)), rowOf.get(kindName(each)))),
    ...[...rowOf.keys()]
      .filter(name => !defined.has(name))
      .map(name => mistake('unknown-name', 'imports/kinds.ts', `'${name}' ${mustBeDefined(name, defined)}`)),
  ];
  if (mistakes.length > 0) throw new InputError(mistakes);
  for (const each of definitions) {
    const name = kindName(each);
    const row = rowOf.get(name);
    known.set(name, { health: 'none', ...known.get(name), ...served(each), ...(row && factsOf(row)) });
  }
  return [...known.values()];
}

function mustBeDefined(name: string, defined: ReadonlySet<string>): string {
  const all = [...defined];
  return `must be a kind of a definition file beside it: ${all.length > 0 ? listed(all, name) : 'there is none'}`;
}

function served({ group, kind, scope, versions, file }: Definition): Omit<Kind, 'health'> {
  return {
    group,
    kind,
    scope,
    versions: versions.map(({ name }) => name),
    schema: { file, openApi: Object.fromEntries(versions.map(({ name, schema }) => [name, schema])) },
    unmodelled: undefined,
  };
}

function contradictions(definition: Definition, known: Kind | undefined, row: CustomKind | undefined): Mistake[] {
  if (!known) return [];
  const { file, kind, group, scope, manifest } = definition;
  const where = `${file}: '${manifest.metadata.name}'`;
  const what = `'${kind}' of '${group}'`;
  const { schema, pods } = known;
  if (schema && 'package' in schema && schema.package === kubernetes.package) {
    return [mistake('reserved', where, `${what} is built into Kubernetes, a definition must be of another kind`)];
  }
  if (known.scope !== scope) {
    const names = { cluster: 'Cluster', namespaced: 'Namespaced' };
    const must = `which the program knows as '${names[known.scope]}', and must be the same`;
    return [mistake('conflict', where, `'spec.scope' is '${names[scope]}' for ${what}, ${must}`)];
  }
  if (!schema || 'package' in schema || !pods || row?.pods) return [];
  const why = 'is judged by a schema of the program, by which its pods are counted';
  const must = "it must be left out, or a row in imports/kinds.ts must say its 'pods'";
  return [mistake('conflict', where, `${what} ${why}: ${must}`)];
}
