import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markOf, ownMark } from '../../../lib/disk/process-mark.ts';
import type { ProcessMark } from '../../../lib/disk/process-mark.ts';
import { exampleRows } from '../../fixtures/example.ts';
import { families } from './catalogue.ts';
import { isWrittenHere } from './family.ts';
import { locked } from './lock.ts';
import { requireGo, requirePrograms } from './machine.ts';
import { pinnedVersion } from './pinned-version.ts';

const folder = mkdtempSync(join(tmpdir(), 'toolbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('every family is pinned by its module, but for what is written here', () => {
  for (const family of families) {
    const { name } = family;
    if (isWrittenHere(family)) expect(() => pinnedVersion(name)).toThrow('requires nothing');
    else expect([name, pinnedVersion(name)]).toEqual([name, expect.stringMatching(/^\d+\.\d+/)]);
  }
});

test('Kubernetes is built of every minor version of the example', () => {
  const built = families.filter(({ name }) => name.startsWith('kubernetes-')).map(({ name }) => pinnedVersion(name));

  for (const { kubernetes } of exampleRows.clusters)
    expect(built.some(version => version.startsWith(`${kubernetes}.`))).toBe(true);
});

test('what the machine has not is named, all of it', async () => {
  await expect(requirePrograms(['git', 'is-not-there', 'nor-is-this'])).rejects.toThrow(
    'is-not-there, nor-is-this: not on the PATH',
  );
  await expect(requirePrograms(['git', 'sh'])).resolves.toBeUndefined();
});

test.each(['go version go1.26.0 linux/amd64', 'go version go2.0.1 linux/amd64'])('%s is new enough', async said => {
  await expect(requireGo([1, 26], said)).resolves.toBeUndefined();
});

test.each(['go version go1.24.9 linux/amd64', 'nonsense'])('%s is not', async said => {
  await expect(requireGo([1, 26], said)).rejects.toThrow(`go: is '${said}', must be 1.26 or newer`);
});

test('a lock holds off others until it is released', async () => {
  const file = join(folder, 'held.lock');
  const seen: string[] = [];
  const first = locked(
    file,
    () => undefined,
    async () => {
      await new Promise(resolve => setTimeout(resolve, 700));
      seen.push('first');
    },
  );
  const second = locked(
    file,
    owner => seen.push(`waits for ${owner === process.pid ? 'us' : owner}`),
    () => {
      seen.push('second');
      return Promise.resolve();
    },
  );
  await Promise.all([first, second]);

  expect(seen).toEqual(['waits for us', 'first', 'second']);
});

const elsewhere = { ...ownMark(), home: 'elsewhere' };

test.each([
  ['a dead process', () => deadProcess(), 0],
  ['a process whose number belongs to another by now', () => ({ ...ownMark(), start: '1' }), 0],
  ['a process that cannot be asked, after hours', () => elsewhere, 3],
])('the lock of %s is taken over', async (_, owner, hours) => {
  const file = join(folder, 'abandoned.lock');
  writeFileSync(file, JSON.stringify(await owner()));
  const then = new Date(Date.now() - hours * 3_600_000);
  utimesSync(file, then, then);

  expect(
    await locked(
      file,
      () => undefined,
      () => Promise.resolve(readFileSync(file, 'utf8')),
    ),
  ).toBe(JSON.stringify(ownMark()));
});

test('the lock of a process that cannot be asked is waited for', async () => {
  const file = join(folder, 'elsewhere.lock');
  writeFileSync(file, JSON.stringify(elsewhere));
  setTimeout(() => rmSync(file), 700);
  const waited: number[] = [];
  await locked(
    file,
    owner => waited.push(owner),
    () => Promise.resolve(),
  );

  expect(waited).toEqual([elsewhere.pid]);
});

async function deadProcess(): Promise<ProcessMark> {
  const child = spawn('true');
  const mark = markOf(child.pid!);
  await new Promise(resolve => child.once('exit', resolve));
  return mark;
}
