import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { edit, example, inCheckout, misspellPin, pinMisspelt, plainsail } from '../fixtures/checkout.ts';

const withJson = [['synth'], ['check'], ['validate'], ['render', 'prod']];

describe('--json prints one JSON object on stdout, and nothing else,', () => {
  test.each(withJson)('for mistakes of the input: %s', (...args) => {
    const outcome = inCheckout(folder => {
      misspellPin(folder);
      return plainsail(folder, [...args, '--json']);
    });

    expect(outcome).toMatchObject({ status: 2, stderr: '' });
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      ok: false,
      mistakes: expect.arrayContaining([
        expect.objectContaining({
          code: 'unknown-name',
          where: 'overlays/images.json',
          message: pinMisspelt,
        }),
      ]),
    });
  });

  test('for what the disk refuses', () => {
    const outcome = inCheckout(folder => {
      writeFileSync(join(folder, 'dist/notes.txt'), 'mine');
      return plainsail(folder, ['synth', '--json']);
    });

    expect(outcome).toMatchObject({ status: 2, stderr: '' });
    expect(JSON.parse(outcome.stdout)).toEqual({
      ok: false,
      mistakes: [{ code: 'unknown-files', message: expect.stringContaining('notes.txt') }],
    });
  });

  test.each(['synth', 'validate'])('for findings: %s', name => {
    const outcome = inCheckout(folder => {
      edit(folder, 'lib/constructs/container-parts.ts', text =>
        text.replace('readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false'),
      );
      return plainsail(folder, [name, '--json']);
    });

    expect(outcome).toMatchObject({ status: 1, stderr: '' });
    const { ok, findings } = JSON.parse(outcome.stdout) as { ok: boolean; findings: object[] };
    expect(ok).toBe(false);
    expect(findings.length).toBeGreaterThan(0);
  });

  test.each([
    [['check', '--json', '--jsn'], "unknown option '--jsn'\n(Did you mean --json?)"],
    [['render', '--json'], "missing required argument 'folder'"],
    [['sinth', '--json'], "unknown command 'sinth'\n(Did you mean synth?)"],
  ])('for a call that cannot be understood: %s', (args, message) => {
    const outcome = plainsail(example(), args);

    expect(outcome).toMatchObject({ status: 2, stderr: '' });
    expect(JSON.parse(outcome.stdout)).toEqual({ ok: false, mistakes: [{ code: 'call', message }] });
  });

  test('for a defect of the program, whose stack goes to stderr', () => {
    const outcome = inCheckout(folder => {
      edit(folder, 'lib/services/mlflow/mlflow.ts', text =>
        text.replace('super(scope, id);', "super(scope, id);\n    throw new TypeError('broken');"),
      );
      return plainsail(folder, ['synth', '--json']);
    });

    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toMatch(/^TypeError: broken\n {4}at .*mlflow\.ts/);
    expect(JSON.parse(outcome.stdout)).toEqual({
      ok: false,
      mistakes: [{ code: 'defect', message: 'TypeError: broken' }],
    });
  });

  test('and says ok where all is well', () => {
    for (const args of [['check'], ['validate']]) {
      expect(JSON.parse(plainsail(example(), [...args, '--json']).stdout)).toMatchObject({ ok: true });
    }
  });
});
