import { join } from 'node:path';
import { synthesize } from '../../lib/synthesis.ts';
import { command, filesBelow } from '../fixtures/checkout.ts';
import { ownProgram } from '../fixtures/own-program.ts';
import { root } from '../fixtures/repository.ts';

const committed = filesBelow(join(root, 'dist'));

test('dist/ is what these rows say, and no rule finds anything in it', async () => {
  const { files, findings } = await synthesize(ownProgram);
  const latin1 = [...files].map(([path, text]): [string, string] => [path, Buffer.from(text).toString('latin1')]);

  expect(findings).toEqual([]);
  expect(new Map(latin1.sort())).toEqual(committed);
});

test('main.ts says the same', () => {
  const outcome = command(root, process.execPath, ['start.js', 'main.ts', 'check']);

  expect(outcome).toEqual({
    status: 0,
    stdout: `dist/ is what the code says: ${committed.size} files.\n`,
    stderr: '',
  });
});
