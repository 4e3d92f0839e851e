import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusters } from '../../../argocd/clusters.ts';
import { markOf } from '../processes/process-mark.ts';
import { families } from './catalogue.ts';
import { locked } from './lock.ts';
import { requireGo, requirePrograms } from './machine.ts';
import { pinnedVersion } from './pinned-version.ts';

const folder = mkdtempSync(join(tmpdir(), 'toolbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('every family is pinned by its module', () => {
  for (const { name } of families) {
    expect([name, pinnedVersion(name)]).toEqual([name, expect.stringMatching(/^\d+\.\d+/)]);
  }
});

test('Kubernetes is built of every minor version in the table of clusters', () => {
  const built = families.filter(({ name }) => name.startsWith('kubernetes-')).map(({ name }) => pinnedVersion(name));

  for (const { kubernetes } of clusters) expect(built.some(version => version.startsWith(`${kubernetes}.`))).toBe(true);
});

test('what the machine has not is named, all of it', async () => {
  await expect(requirePrograms(['git', 'is-not-there', 'nor-is-this'])).rejects
    .toThrow('is-not-there, nor-is-this: not on the PATH');
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
  const first = locked(file, () => undefined, async () => {
    await new Promise(resolve => setTimeout(resolve, 700));
    seen.push('first');
  });
  const second = locked(file, owner => seen.push(`waits for ${owner === process.pid ? 'us' : owner}`), () => {
    seen.push('second');
    return Promise.resolve();
  });
  await Promise.all([first, second]);

  expect(seen).toEqual(['waits for us', 'first', 'second']);
});

test('the lock of a dead process is taken over, also when its number belongs to another by now', async () => {
  const gone = spawn('true');
  await new Promise(resolve => gone.once('exit', resolve));
  for (const owner of [{ pid: gone.pid, since: '1' }, { ...markOf(process.pid), since: '1' }]) {
    const file = join(folder, 'dead.lock');
    writeFileSync(file, JSON.stringify(owner));

    expect(await locked(file, () => undefined, () => Promise.resolve(readFileSync(file, 'utf8'))))
      .toBe(JSON.stringify(markOf(process.pid)));
  }
});
