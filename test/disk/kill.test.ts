import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { nodeFileSystem } from '../../lib/disk/file-system.ts';
import { readTree, writeTree } from '../../lib/disk/index.ts';
import { placeOf } from '../../lib/disk/place.ts';
import { recover } from '../../lib/disk/swap.ts';
import { compiledWriter, firstWordsOf, kill, killChildren, outputOf, start } from './fixtures/children.ts';
import { asOrdinaryUser } from './fixtures/ordinary-user.ts';
import { countSteps, diesAt, inLanes } from './fixtures/steps.ts';
import { after, before, isOneOf, owned, removeScratch, scratchFolder } from './fixtures/trees.ts';
import type { Tree } from './fixtures/trees.ts';

const writer = compiledWriter(scratchFolder());
afterAll(killChildren);
afterAll(removeScratch);

describe('a write that is killed leaves the old tree or the new one', () => {
  test('at every single step, killed by the system', async () => {
    const steps = await inLanes(3, async step => {
      const dist = folderWith(before);
      const output = await outputOf(start(writer, 'dieAt', dist, step));
      expectWhole(dist, [before, after]);
      return output !== 'finished\n';
    });

    expect(steps).toBeGreaterThan(25);
  });

  test('at sixty moments, whatever it is doing then', async () => {
    const folders = [folderWith(before), folderWith(before)];

    await inLanes(folders.length, async (round, lane) => {
      const dist = folders[lane] ?? '';
      const child = start(writer, 'alternate', dist);
      await firstWordsOf(child);
      await passed(Math.random() * 15);
      await kill(child);
      expect(isOneOf(readTree(dist), [before, after])).toBe(true);
      return round < 60;
    });

    for (const dist of folders) expectWhole(dist, [before, after]);
  });

  test('at every step of the very first write, of which the old tree is none', () => {
    const steps = countSteps(step => {
      const dist = join(scratchFolder(), 'dist');
      const died = diesAt(step, fileSystem => writeTree(dist, after, { owned, fileSystem }));
      expect(isOneOf(readTree(dist), [new Map(), after])).toBe(true);
      writeTree(dist, after, { owned });
      expect(isOneOf(readTree(dist), [after])).toBe(true);
      expect(readdirSync(dirname(dist))).toEqual(['dist']);
      return died;
    });

    expect(steps).toBeGreaterThan(15);
  });

  test('at every step behind a symbolic link, which leads nowhere between the renames', () => {
    let dangling = 0;
    countSteps(step => {
      const real = folderWith(before);
      const link = join(scratchFolder(), 'link');
      symlinkSync(real, link);

      const died = diesAt(step, fileSystem => writeTree(link, after, { owned, fileSystem }));

      dangling += existsSync(link) ? 0 : 1;
      expectWhole(link, [before, after]);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      return died;
    });

    expect(dangling).toBeGreaterThan(0);
  });
});

test('a run that is killed at any step of mending what one killed at any step left, leaves a whole tree, too', () => {
  let pairs = 0;
  countSteps(first => {
    let died = false;
    pairs += countSteps(second => {
      const dist = folderWith(before);
      died = diesAt(first, fileSystem => writeTree(dist, after, { owned, fileSystem }));
      const diedAgain = diesAt(second, fileSystem => recover(placeOf(dist, fileSystem), fileSystem));
      expectWhole(dist, [before, after]);
      return diedAgain;
    });
    return died;
  });

  expect(pairs).toBeGreaterThan(60);
});

test('a folder that somebody removes after the kill comes back whole or not at all', () => {
  const found = new Set<number>();
  countSteps(step => {
    const dist = folderWith(before);
    const died = diesAt(step, fileSystem => writeTree(dist, after, { owned, fileSystem }));
    rmSync(dist, { recursive: true, force: true });
    recover(placeOf(dist, nodeFileSystem), nodeFileSystem);
    found.add(readTree(dist).size);
    expect(isOneOf(readTree(dist), [new Map(), before])).toBe(true);
    return died;
  });

  expect(found).toEqual(new Set([0, before.size]));
});

test('scrap in which a strict umask let nobody look is removed, too', () => {
  const beside = asOrdinaryUser(() => {
    const dist = folderWith(before);
    const next = join(dirname(dist), '.dist.next');
    mkdirSync(join(next, 'deep'), { recursive: true });
    for (const path of [join(next, 'deep'), next]) chmodSync(path, 0);
    writeTree(dist, after, { owned });
    return readdirSync(dirname(dist));
  });

  expect(beside).toEqual(['dist']);
});

function folderWith(tree: Tree): string {
  const dist = join(scratchFolder(), 'dist');
  writeTree(dist, tree, { owned });
  return dist;
}

/** A whole tree is there for a reader at once, and for everybody once the next run began, which is an ordinary one. */
function expectWhole(dist: string, trees: readonly Tree[]): void {
  const read = readTree(dist);
  expect(isOneOf(read, trees)).toBe(true);

  recover(placeOf(dist, nodeFileSystem), nodeFileSystem);
  expect(existsSync(dist)).toBe(true);
  expect(readTree(dist)).toEqual(read);

  writeTree(dist, after, { owned });
  const { folder } = placeOf(dist, nodeFileSystem);
  expect([isOneOf(readTree(dist), [after]), readdirSync(dirname(folder))]).toEqual([true, ['dist']]);
}
