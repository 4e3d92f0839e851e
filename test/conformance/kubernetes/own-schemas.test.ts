import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { integer, listOf, mapOf, object, oneOf, optional, text, free, flag } from '../../../lib/kinds/schema/schema.ts';
import type { Schema } from '../../../lib/kinds/schema/schema.ts';
import { definitions } from '../places.ts';
import { kindDifferences, ownKinds, stricter } from './own-schemas.ts';
import { differences } from './schema-differences.ts';
import type { Defined } from './schema-differences.ts';

// The operators' own definitions lie beside the repository where it is developed; nothing needs them. Where they do not,
// the conformance suite still compares those that are published.
if (existsSync(definitions)) {
  test.each(ownKinds.map(kind => [`${kind.group} ${kind.kind}`, kind] as const))(
    'the schema of %s says what its operator has defined',
    (_, kind) => {
      const folder = join(definitions, kind.group);
      const found = kindDifferences(
        kind,
        readdirSync(folder).map(file => join(folder, file)),
      );

      expect(found.filter(difference => !stricter.includes(difference))).toEqual([]);
    },
  );

  test('every schema that asks for more does so still', () => {
    const found = ownKinds.flatMap(kind => {
      const folder = join(definitions, kind.group);
      return kindDifferences(
        kind,
        readdirSync(folder).map(file => join(folder, file)),
      );
    });

    expect(stricter.filter(difference => !found.includes(difference))).toEqual([]);
  });
} else {
  test.todo('schemas were not compared with the definitions of their operators: these are not beside this repository');
}

const real: Defined = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', pattern: '^[a-z]+$' },
    role: { type: 'string', enum: ['broker', 'controller'] },
    count: { type: 'integer', minimum: 1, maximum: 9 },
    list: { type: 'array', minItems: 1, items: { type: 'string' } },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    amounts: { type: 'object', additionalProperties: { 'x-kubernetes-int-or-string': true } },
    config: { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true },
    tls: { type: 'boolean' },
  },
};
const name = text(/^[a-z]+$/);

test('a schema may know less than the definition', () => {
  const own = object({
    name,
    role: optional(oneOf('broker')),
    count: optional(integer({ minimum: 2, maximum: 9 })),
    list: optional(listOf(text(), { minimum: 1 })),
    labels: optional(mapOf(text())),
    amounts: optional(object({ cpu: optional(text(/^\d+m$/)) })),
    config: optional(free()),
  });

  expect(differences(own, real, 'x')).toEqual([]);
});

test.each<[string, Schema, string]>([
  ['an unknown field', object({ name, nmae: optional(text()) }), 'x.nmae is in no definition'],
  [
    'another type',
    object({ name, count: optional(text()) }),
    "x.count is of type 'string', the definition has 'integer'",
  ],
  [
    'a type in a list',
    object({ name, list: optional(listOf(flag(), { minimum: 1 })) }),
    "x.list[] is of type 'boolean'",
  ],
  ['a type in a map', object({ name, labels: optional(mapOf(flag())) }), "x.labels.* is of type 'boolean'"],
  ['a word too many', object({ name, role: optional(oneOf('brokre')) }), "x.role may be 'brokre'"],
  ['any word', object({ name, role: optional(text()) }), 'x.role is any text'],
  ['another pattern', object({ name: text(/^[a-z]*$/) }), 'x.name has another pattern'],
  ['a word that is refused', object({ name: oneOf('A') }), "x.name may be 'A', which is refused"],
  ['a field that is required', object({ name: optional(name) }), 'x.name may not be left out'],
  ['a field that is not', object({ name, tls: flag() }), 'x.tls may be left out'],
  ['no lower bound', object({ name, count: optional(integer({ maximum: 9 })) }), 'x.count has the minimum undefined'],
  ['too high a bound', object({ name, count: optional(integer({ minimum: 1, maximum: 10 })) }), 'the maximum 10'],
  ['too short a list', object({ name, list: optional(listOf(text())) }), 'x.list has the minimum undefined'],
  ['what is judged', object({ name, labels: optional(free()) }), 'x.labels is free'],
])('finds %s', (_, own, difference) => {
  expect(differences(own, real, 'x').join()).toContain(difference);
});
