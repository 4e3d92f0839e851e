import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { edit, filesBelow, inCheckout, plainsail } from '../fixtures/checkout.ts';

test('writes a chart of the version of the repository, and the second time nothing', () => {
  inCheckout(folder => {
    edit(folder, 'package.json', text => text.replace(/"version": ".*"/, '"version": "4.5.6"'));
    const first = plainsail(folder, ['chart', 'edge-models', 'charts/edge-models']);
    const files = filesBelow(join(folder, 'charts/edge-models'));
    const second = plainsail(folder, ['chart', 'edge-models', 'charts/edge-models', '--json']);

    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['Chart.yaml', 'values.yaml', 'values-dev.yaml', 'values-prod.yaml']),
    );
    expect(files.get('Chart.yaml')).toContain('name: edge-models\n');
    expect(files.get('Chart.yaml')).toContain('version: "4.5.6"\n');
    expect(JSON.parse(second.stdout)).toEqual({
      ok: true,
      component: 'edge-models',
      written: [],
      removed: [],
      unchanged: files.size,
    });
  });
});

test('a chart takes the place of another one, and nothing of that stays', () => {
  inCheckout(folder => {
    plainsail(folder, ['chart', 'edge-models', 'chart']);
    const { status } = plainsail(folder, ['chart', 'mlflow', 'chart']);

    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'chart/Chart.yaml'), 'utf8')).toContain('name: mlflow\n');
    expect(existsSync(join(folder, 'chart/templates/deployment.iris-classifier.yaml'))).toBe(false);
  });
});

describe('refuses, exits with 2 and writes nothing', () => {
  test.each([
    [
      'a component that nobody has, and tells which there are',
      ['chart', 'mlfow', 'chart'],
      /^chart: 'mlfow' is not delivered, it must be one of .*'mlflow'.* \(did you mean 'mlflow'\?\)\n/,
    ],
    ['dist/ itself', ['chart', 'mlflow', 'dist'], /^chart: 'dist' is in dist\/, which only synth writes/],
    ['a folder in dist/', ['chart', 'mlflow', './dist/charts'], /^chart: '.\/dist\/charts' is in dist\//],
    ['a folder of somebody else', ['chart', 'mlflow', 'lib/yaml'], /^lib\/yaml: \d+ of its files were not written/],
    ['a missing folder', ['chart', 'mlflow'], /^error: missing required argument 'folder'/],
  ])('%s', (_title, args, message) => {
    inCheckout(folder => {
      const before = filesBelow(folder);
      const { status, stderr } = plainsail(folder, args);

      expect(status).toBe(2);
      expect(stderr).toMatch(message);
      expect(filesBelow(folder)).toEqual(before);
    });
  });

  test('a chart that somebody has put a file into', () => {
    inCheckout(folder => {
      plainsail(folder, ['chart', 'mlflow', 'chart']);
      writeFileSync(join(folder, 'chart/notes.md'), 'mine\n');
      const { status, stderr } = plainsail(folder, ['chart', 'mlflow', 'chart']);

      expect(status).toBe(2);
      expect(stderr).toContain('notes.md');
      expect(readFileSync(join(folder, 'chart/notes.md'), 'utf8')).toBe('mine\n');
    });
  });

  test('a repository without a version', () => {
    inCheckout(folder => {
      edit(folder, 'package.json', text => text.replace(/"version": ".*"/, '"version": "one"'));
      const { status, stderr } = plainsail(folder, ['chart', 'mlflow', 'chart']);

      expect(status).toBe(2);
      expect(stderr).toContain("package.json: 'version': 'one' must be a version such as '1.2.3'\n");
      expect(existsSync(join(folder, 'chart'))).toBe(false);
    });
  });
});

test('an empty folder is as good as none', () => {
  inCheckout(folder => {
    mkdirSync(join(folder, 'chart'));

    expect(plainsail(folder, ['chart', 'mlflow', 'chart']).status).toBe(0);
  });
});

test('what a rule forbids is not written: exits with 1', () => {
  inCheckout(folder => {
    edit(folder, 'lib/constructs/container-parts.ts', text =>
      text.replace('readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false'),
    );
    const { status, stderr } = plainsail(folder, ['chart', 'mlflow', 'chart']);

    expect(status).toBe(1);
    expect(stderr).toMatch(/Nothing was written\.\n$/);
    expect(existsSync(join(folder, 'chart'))).toBe(false);
  });
});
