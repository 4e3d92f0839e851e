import { mkdirSync, readdirSync, rmdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { LockedError, readTree, writeTree } from '../../lib/disk/index.ts';
import { ownMark } from '../../lib/disk/process-mark.ts';
import type { ProcessMark } from '../../lib/disk/process-mark.ts';
import { diskThat } from './fixtures/broken-disk.ts';
import { compiledWriter, firstWordsOf, kill, killChildren, outputOf, start } from './fixtures/children.ts';
import { after, before, isOneOf, owned, put, removeScratch, scratchFolder, thrownBy } from './fixtures/trees.ts';

const writer = compiledWriter(scratchFolder());
let dist = '';

beforeEach(() => {
  dist = join(scratchFolder(), 'dist');
  put(dist, before);
});
afterAll(killChildren);
afterAll(removeScratch);

describe('while one process writes', () => {
  test('another is refused at once and told which one it is, and nothing of the first is disturbed', async () => {
    const holder = start(writer, 'hold', dist);
    await firstWordsOf(holder);
    const beside = readdirSync(dirname(dist));
    const asked = Date.now();

    const error = thrownBy(() => writeTree(dist, after, { owned })) as LockedError;

    expect(Date.now() - asked).toBeLessThan(1000);
    expect(error).toBeInstanceOf(LockedError);
    expect(error.pid).toBe(holder.pid);
    expect(error.message).toMatch(`${dist}: process ${holder.pid} is writing this folder, only one may at a time.`);
    expect([beside, readdirSync(dirname(dist))]).toEqual(Array(2).fill(['.dist.lock', '.dist.next', 'dist']));
    await kill(holder);
  });

  test('readers see the old tree, and its death frees the folder', async () => {
    const holder = start(writer, 'hold', dist);
    await firstWordsOf(holder);
    expect(isOneOf(readTree(dist), [before])).toBe(true);
    await kill(holder);

    expect(writeTree(dist, after, { owned }).written).toHaveLength(2);
    expect(readdirSync(dirname(dist))).toEqual([basename(dist)]);
  });
});

describe('a claim that was left behind', () => {
  const linux = process.platform === 'linux';

  test('by a process whose number another one has now is void, where the system tells when that one started', () => {
    claim({ ...ownMark(), pid: process.ppid, start: linux ? '1' : '0' });

    expect(isRefused()).toBe(!linux);
  });

  test('by an earlier write of this very process is void', () => {
    claim(ownMark());

    expect(isRefused()).toBe(false);
  });

  test('by a running process holds', () => {
    claim({ ...ownMark(), pid: process.ppid, start: '0' });

    expect(isRefused()).toBe(true);
  });

  test.each([
    ['a moment ago, holds', 1, true],
    ['ten minutes ago, is void', 600, false],
  ])('on another machine, %s', (_, seconds, refused) => {
    const path = claim({ pid: 1, start: '1', home: 'elsewhere' });
    const then = Date.now() / 1000 - seconds;
    utimesSync(path, then, then);

    expect(isRefused()).toBe(refused);
  });

  test('by no process at all does not count, such as a note of a file browser', () => {
    mkdirSync(join(dirname(dist), '.dist.lock'));
    writeFileSync(join(dirname(dist), '.dist.lock', '.DS_Store'), '');

    expect(isRefused()).toBe(false);
  });
});

test('a claim is made again where the last one out took the folder of claims along', () => {
  let times = 0;
  const fileSystem = diskThat(({ name, args }) => {
    if (name === 'writeFileSync' && times++ < 2) rmdirSync(dirname(String(args[0])));
  });

  expect(writeTree(dist, after, { owned, fileSystem }).written).toHaveLength(2);
});

test('of eight processes that ask without pause, one at a time writes, and nobody reads a torn tree', async () => {
  claim({ ...ownMark(), pid: 4_194_305, start: '1' });
  writeTree(dist, new Map([['0.yaml', after.get('changed.yaml') ?? '']]), { owned });
  const reader = start(writer, 'read', dist);
  await firstWordsOf(reader);
  const read = outputOf(reader);

  const outputs = await Promise.all(Array.from({ length: 8 }, () => outputOf(start(writer, 'compete', dist, 1500))));

  await kill(reader);
  const results = outputs.map(output => JSON.parse(output) as { written: number; refused: number; overlaps: number });
  expect(results.map(({ overlaps }) => overlaps)).toEqual(Array(8).fill(0));
  expect(results.reduce((sum, { written }) => sum + written, 0)).toBeGreaterThan(8);
  expect(new Set(readTree(dist).values()).size).toBe(1);
  expect(await read).toBe('');
});

test('of eight processes, any of which may be killed at any time, the last one finds a whole tree', async () => {
  const lanes = Array.from({ length: 8 }, async () => {
    for (let round = 0; round < 2; round++) {
      const child = start(writer, 'alternate', dist);
      await firstWordsOf(child);
      await passed(Math.random() * 200);
      await kill(child);
    }
  });
  await Promise.all(lanes);

  expect(isOneOf(readTree(dist), [before, after])).toBe(true);
  writeTree(dist, after, { owned });
  expect(readdirSync(dirname(dist))).toEqual(['dist']);
});

function claim({ pid, start, home }: ProcessMark): string {
  const lock = join(dirname(dist), '.dist.lock');
  mkdirSync(lock);
  const path = join(lock, [pid, start, home, 0].join('.'));
  writeFileSync(path, '');
  return path;
}

function isRefused(): boolean {
  try {
    writeTree(dist, after, { owned });
    return false;
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    return true;
  }
}
