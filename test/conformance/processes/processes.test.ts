import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, markOf } from '../../../lib/disk/process-mark.ts';
import { repository } from '../places.ts';
import { execute, outcome } from './execute.ts';
import { RunRecord, endLeftovers, folderPrefix, leftovers } from './run-record.ts';
import { Supervisor } from './supervisor.ts';
import { until } from './until.ts';

const write = process.stderr.write;
beforeAll(() => {
  process.stderr.write = () => true;
});
afterAll(() => {
  process.stderr.write = write;
});

test('a program that fails tells what it said; one that is not there has 127', async () => {
  expect(await execute('sh', ['-c', 'cat'], { input: 'text' })).toBe('text');
  await expect(execute('sh', ['-c', 'echo bad >&2; exit 3'])).rejects.toThrow(/ended with 3, must end with 0\nbad/);
  expect((await outcome('is-not-there', [])).code).toBe(127);
});

test('waiting ends when nothing is missing, and says what is when time is up', async () => {
  let looks = 0;
  await until('three looks', {
    missing: () => Promise.resolve(++looks < 3 ? 'looks' : undefined),
    seconds: 5,
    every: 1,
  });
  expect(looks).toBe(3);

  const broken = until('it works', { missing: () => Promise.reject(new Error('not yet')), seconds: 0, every: 1 });
  await expect(broken).rejects.toThrow('it works: not within 0 s, still missing: Error: not yet');
});

test('a supervisor ends what it started with all that came of it, and names what ended by itself', async () => {
  const folder = mkdtempSync(`${folderPrefix}test-`);
  const supervisor = new Supervisor(join(folder, 'logs'), new RunRecord(folder));
  supervisor.start({ name: 'stays', program: 'sh', args: ['-c', 'sleep 600 & echo $!; wait'] });
  supervisor.start({ name: 'falls', program: 'sh', args: ['-c', 'echo oh no; exit 1'] });
  const log = join(folder, 'logs', 'stays.log');
  await until('both have begun', {
    missing: () =>
      Promise.resolve(readFileSync(log, 'utf8') !== '' && supervisor.casualties().length === 1 ? undefined : 'one'),
    seconds: 10,
    every: 20,
  });
  const grandchild = markOf(Number(readFileSync(log, 'utf8')));

  expect(supervisor.casualties().join()).toContain('falls ended by itself:\noh no');
  await supervisor.stopAll();
  await until('the grandchild has ended', {
    missing: () => Promise.resolve(isRunning(grandchild) ? 'it' : undefined),
    seconds: 5,
    every: 20,
  });
  rmSync(folder, { recursive: true });
});

test('what a killed run left is found and ended; what a living one has is left alone', async () => {
  const home = mkdtempSync(join(tmpdir(), 'killed-'));
  const program = join(home, 'program.ts');
  writeFileSync(
    program,
    `
    import { mkdtempSync } from 'node:fs';
    import { RunRecord, folderPrefix } from '${join(import.meta.dirname, 'run-record.ts')}';
    import { Supervisor } from '${join(import.meta.dirname, 'supervisor.ts')}';
    const folder = mkdtempSync(folderPrefix + 'test-');
    new Supervisor(folder + '/logs', new RunRecord(folder)).start({ name: 'sleeper', program: 'sleep', args: ['600'] });
    console.log(folder);
    setTimeout(() => undefined, 60_000);
  `,
  );
  const run = spawn(process.execPath, [join(repository, 'start.js'), program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const folder = await new Promise<string>(resolve => {
    run.stdout.once('data', (data: Buffer) => resolve(String(data).trim()));
  });
  const ours = () => leftovers().find(leftover => leftover.folder === folder);
  expect(ours()).toBeUndefined();

  run.kill('SIGKILL');
  await new Promise(resolve => run.once('exit', resolve));
  const [sleeper] = ours()!.servers;
  expect(isRunning(sleeper!)).toBe(true);

  await endLeftovers([ours()!]);
  expect(isRunning(sleeper!)).toBe(false);
  expect(existsSync(folder)).toBe(false);
  rmSync(home, { recursive: true });
});
