import { kinds } from '../../lib/kinds/index.ts';
import { kindName } from '../../lib/kinds/kinds.ts';

describe('the table of kinds', () => {
  test('has each kind once', () => {
    const names = kinds.map(kindName);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('says a schema of each kind that is served, and of no other', () => {
    expect(kinds.filter(({ schema, versions }) => (schema === undefined) !== (versions.length === 0))).toEqual([]);
  });

  test.each(kinds.flatMap(({ group, kind, versions, schema }) => packaged(schema, group, versions, kind)))(
    'has a model in %s of %s %s',
    async (source, apiVersion, kind) => {
      const module = (await import(`${source}/${apiVersion}/${kind}`)) as Readonly<Record<string, { kind?: string }>>;

      expect(module[kind]?.kind).toBe(kind);
    },
  );
});

function packaged(
  schema: object | undefined,
  group: string,
  versions: readonly string[],
  kind: string,
): (readonly [string, string, string])[] {
  if (schema === undefined || !('package' in schema)) return [];
  return versions.map(version => [String(schema.package), group === '' ? version : `${group}/${version}`, kind]);
}
