import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { yamlText } from '../../lib/yaml/yaml-text.ts';
import { edit, inCheckout, plainsail } from '../fixtures/checkout.ts';
import { definitionOfSpec } from '../fixtures/definitions.ts';

const rule = { rule: 'self.length > 0' };
const queues = definitionOfSpec('Queue', {
  'properties': { length: { type: 'integer' } },
  'x-kubernetes-validations': [rule],
});

function lay(folder: string): void {
  writeFileSync(join(folder, 'imports/queues.yaml'), yamlText(queues));
}

test('writes types beside their definitions, and nothing the second time', () => {
  inCheckout(folder => {
    lay(folder);

    expect(plainsail(folder, ['typings'])).toEqual({
      status: 0,
      stdout:
        'imports/queues.yaml: Queue of example.com (v1), with 1 rule that only API servers judge\n'
        + '1 file of types in imports/, 1 written.\n',
      stderr: '',
    });
    expect(readFileSync(join(folder, 'imports/queues.ts'), 'utf8')).toContain('export interface Queue {');
    expect(JSON.parse(plainsail(folder, ['typings', '--json']).stdout)).toEqual({
      ok: true,
      written: [],
      stale: [],
      kinds: [{ file: 'imports/queues.yaml', group: 'example.com', kind: 'Queue', versions: ['v1'], rules: 1 }],
    });
  });
});

test('check tells types that are no longer what their definition says, and those without one', () => {
  inCheckout(folder => {
    lay(folder);
    expect(plainsail(folder, ['check']).status).toBe(0); // nobody needs to have types
    plainsail(folder, ['typings']);
    expect(plainsail(folder, ['check']).status).toBe(0);

    edit(folder, 'imports/queues.yaml', text => text.replace('integer', 'string'));
    const differs = plainsail(folder, ['check']);
    const json = plainsail(folder, ['check', '--json']);
    rmSync(join(folder, 'imports/queues.yaml'));
    const left = plainsail(folder, ['typings']);

    expect(differs.status).toBe(1);
    expect(differs.stdout).toContain(
      'imports/queues.ts is not what its definition file says\nRun `npm run typings` and commit the result.\n',
    );
    expect(JSON.parse(json.stdout)).toEqual({
      ok: false,
      stale: [],
      typings: [{ path: 'imports/queues.ts', problem: 'differs' }],
    });
    expect(left.stdout).toContain('imports/queues.ts has no definition file, it must go\n');
    expect(plainsail(folder, ['check']).status).toBe(1);
  });
});

test('never writes over a file of somebody else', () => {
  inCheckout(folder => {
    lay(folder);
    writeFileSync(join(folder, 'imports/queues.ts'), '// mine\n');

    expect(plainsail(folder, ['typings'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'imports/queues.ts: was not written by this program, it must be moved: the types of the definition file go there\n'
        + '1 mistake. Nothing was written.\n',
    });
    expect(readFileSync(join(folder, 'imports/queues.ts'), 'utf8')).toBe('// mine\n');
    expect(plainsail(folder, ['check']).status).toBe(0);
  });
});

test('a definition file with a mistake is told by every command, and nothing is written', () => {
  inCheckout(folder => {
    writeFileSync(join(folder, 'imports/queues.yaml'), 'kind: Queue\n');
    const said =
      "imports/queues.yaml: document 1: 'kind' is 'Queue', it must be 'CustomResourceDefinition': objects to deliver go into a component\n"
      + '1 mistake. Nothing was written.\n';

    for (const command of ['typings', 'synth', 'check', 'validate']) {
      expect(plainsail(folder, [command])).toEqual({ status: 2, stdout: '', stderr: said });
    }
    expect(existsSync(join(folder, 'imports/queues.ts'))).toBe(false);
  });
});
