import { fileNames } from '../../lib/kustomize/file-names.ts';
import type { Manifest } from '../../lib/model/manifest.ts';

test('a file has the name of its object, with group and namespace where two would share it', () => {
  expect(fileNames([role('a'), role('b'), role('b', 'x'), { ...role('b'), apiVersion: 'example.com/v1' }])).toEqual([
    'role.a',
    'role.rbac.authorization.k8s.io.b',
    'role.rbac.authorization.k8s.io.x.b',
    'role.example.com.b',
  ]);
});

test.each([
  ['characters that no file has', role('a:b'), role('a-b')],
  ['cases', role('A'), role('a')],
  ['a namespace and a dot', role('b.c', 'a'), role('c', 'a.b')],
  ['versions', role('a'), { ...role('a'), apiVersion: 'rbac.authorization.k8s.io/v1beta1' }],
  ['ends of long names', role(`${'x'.repeat(250)}1`), role(`${'x'.repeat(250)}2`)],
])('objects that differ in %s have files of their own, in whichever order they come', (_, one, other) => {
  const names = fileNames([one, other]);

  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(2);
  expect(fileNames([other, one])).toEqual([names[1], names[0]]);
  for (const name of names) expect(name).toMatch(/^[a-z0-9.-]{1,230}$/);
});

test('the file of no object is called as the patch of another', () => {
  const [patched, named] = fileNames([role('a'), role('a.patch')]);

  expect(patched).toBe('role.a');
  expect(named).toMatch(/^role\.rbac\.authorization\.k8s\.io\.a\.patch\.[0-9a-f]{8}$/);
});

test('an object that is there twice is refused', () => {
  expect(() => fileNames([role('a'), role('a')])).toThrow(
    'Role a is there twice, each object of a folder must be another',
  );
});

function role(name: string, namespace?: string): Manifest {
  const metadata = { name, ...(namespace && { namespace }) };
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata };
}
