import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { command, example, inCheckout, misspellPin, plainsail } from '../fixtures/checkout.ts';
import type { Outcome } from '../fixtures/checkout.ts';

describe('a closed pipe', () => {
  test('ends a command quietly', () => {
    expect(piped(example(), 'render prod', 'head -n 1')).toEqual({
      status: 0,
      stdout: 'apiVersion: apps/v1\n',
      stderr: '',
    });
  });

  test('does not hide that there is something to look at', () => {
    const outcome = inCheckout(folder => {
      rmSync(join(folder, 'dist/base'), { recursive: true });
      return piped(folder, 'check', 'true');
    });

    expect(outcome).toEqual({ status: 1, stdout: '', stderr: '' });
  });

  test('does not hide a mistake, were all pipes closed', () => {
    const outcome = inCheckout(folder => {
      misspellPin(folder);
      return piped(folder, 'synth 2>&1', 'true');
    });

    expect(outcome).toEqual({ status: 2, stdout: '', stderr: '' });
  });

  test('ends the help quietly', () => {
    expect(piped(example(), '--help', 'true')).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

test('a slow reader gets every byte', () => {
  const { stdout } = plainsail(example(), ['render', 'prod']);

  const { status, stdout: slowly } = piped(example(), 'render prod', '(sleep 2; cat)');

  expect(stdout.length).toBeGreaterThan(65_536); // as much as a pipe holds
  expect([status, slowly]).toEqual([0, stdout]);
});

const hasFullDisk = process.platform === 'linux';
(hasFullDisk ? test : test.skip)('a full disk is told in words', () => {
  const outcome = command(example(), 'bash', ['-c', `"$0" start.js main.ts render prod > /dev/full`, process.execPath]);

  expect(outcome.status).toBe(2);
  expect(outcome.stderr).toMatch(/^the output cannot be written \(ENOSPC.*\), there must be room for it\n$/);
});

/** Runs a command into a reader. The status is that of the command. */
function piped(folder: string, args: string, reader: string): Outcome {
  const script = `"$0" start.js main.ts ${args} | ${reader}; exit "\${PIPESTATUS[0]}"`;
  return command(folder, 'bash', ['-c', script, process.execPath]);
}
