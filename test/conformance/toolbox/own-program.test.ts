import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTools, tool } from './build.ts';
import { families, familyOf } from './catalogue.ts';
import { ownVersions, refuseUnknownVariables, variableOf } from './own-program.ts';
import { told } from './told-versions.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-program-'));
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A program that says what it is given to, when it is asked with one word. */
function program(name: string, question: string, answer: string, code = 0): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(
    path,
    `#!/bin/sh\nif [ "$*" = "${question}" ]; then echo "${answer}"; exit ${code}; fi\necho no >&2; exit 1\n`,
  );
  chmodSync(path, 0o755);
  return path;
}

test('every family has a variable of its own', () => {
  expect(new Set(families.map(variableOf)).size).toBe(families.length);
  expect(variableOf({ name: 'kubernetes-1.36' })).toBe('CONFORMANCE_KUBERNETES_1_36');
});

test.each([
  ['--version', 'tool, version 1.2.3 (branch: x, go1.26.8)', '1.2.3'],
  ['version --client', 'argocd: v3.5.1+0d1c4a7', '3.5.1+0d1c4a7'],
  ['version', 'v5.8', '5.8'],
  ['-v', 'v0.6.7', '0.6.7'],
])('a program is asked with %s', async (question, answer, version) => {
  process.env['CONFORMANCE_ARGOCD'] = program('asked', question, answer);

  expect(await ownVersions(familyOf('argocd'))).toEqual([version]);
});

test('a program of your own is used, told and not built', async () => {
  const path = program('mine', '--version', 'argocd v3.5.3');
  process.env['CONFORMANCE_ARGOCD'] = path;

  await buildTools(['argocd']);
  expect(tool('argocd')).toBe(path);
  expect(await told(['argocd'])).toBe(`with argocd 3.5.3 of your own (CONFORMANCE_ARGOCD=${path})`);
});

test('what is built is told by its pins', async () => {
  expect(await told(['kubernetes-1.36', 'stand-ins', 'bento'])).toMatch(
    /^with kubernetes 1\.36\.\d+, bento 1\.\d+\.\d+$/,
  );
});

test('a family of several programs is a folder of them', async () => {
  const several = familyOf('kubernetes-1.36');
  const file = program('several/kubectl', 'version --client', 'Client Version: v1.36.9');
  process.env['CONFORMANCE_KUBERNETES_1_36'] = file;
  await expect(ownVersions(several)).rejects.toThrow(
    `CONFORMANCE_KUBERNETES_1_36: '${file}' is no folder, must be one that has kube-apiserver,`,
  );

  process.env['CONFORMANCE_KUBERNETES_1_36'] = join(folder, 'several');
  await expect(ownVersions(several)).rejects.toThrow(/several\/kube-apiserver' is no program that is there/);
  for (const { name } of several.programs) program(`several/${name}`, '--version', 'Kubernetes v1.36.9');
  expect(await ownVersions(several)).toEqual(several.programs.map(() => '1.36.9'));
  expect(tool('kubernetes-1.36', 'kubectl')).toBe(file);
});

test('one that is not there, or does not run, is told before anything is built', async () => {
  process.env['CONFORMANCE_HELM'] = join(folder, 'is-not-there');
  await expect(buildTools(['helm'])).rejects.toThrow(/^CONFORMANCE_HELM: '.*\/is-not-there' is not there, must be$/);

  process.env['CONFORMANCE_HELM'] = program('broken', '--version', '1.2.3', 3);
  await expect(buildTools(['helm'])).rejects.toThrow(
    /says no version.*\n {2}--version: ended with 3\n.*ended with 1: no/,
  );

  chmodSync(process.env['CONFORMANCE_HELM'], 0o644);
  await expect(buildTools(['helm'])).rejects.toThrow('is no program that is there');
});

test('a variable that is misspelt is told', () => {
  expect(() => refuseUnknownVariables()).not.toThrow();
  process.env['CONFORMANCE_ARGO'] = '/usr/bin/argocd';
  expect(() => refuseUnknownVariables()).toThrow('CONFORMANCE_ARGO: is no variable of this suite, must be one of');
});
