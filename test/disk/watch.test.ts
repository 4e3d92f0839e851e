import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { watchFolders } from '../../lib/disk/index.ts';
import { removeScratch, scratchFolder } from './fixtures/trees.ts';

let folder = '';
let stop = (): void => undefined;
const told: string[][] = [];

beforeEach(() => {
  folder = scratchFolder();
  mkdirSync(join(folder, 'deep'));
  writeFileSync(join(folder, 'deep', 'old.ts'), '1');
  told.length = 0;
  stop = watchFolders([folder], paths => void told.push([...paths]), { quiet: 60 });
});
afterEach(() => stop());
afterAll(removeScratch);

test('tells a change once, however many steps it has', async () => {
  for (const text of ['2', '3', '4']) writeFileSync(join(folder, 'deep', 'old.ts'), text);
  writeFileSync(join(folder, 'new.ts'), '1');

  await untilTold(1);
  await passed(150);
  expect(told).toEqual([[join(folder, 'deep', 'old.ts'), join(folder, 'new.ts')]]);
});

test('still sees a file that an editor replaced', async () => {
  for (const round of [1, 2, 3]) {
    writeFileSync(join(folder, 'deep', '.old.ts.swp'), `${round}`);
    renameSync(join(folder, 'deep', '.old.ts.swp'), join(folder, 'deep', 'old.ts'));
    await untilTold(2 * round - 1);
    writeFileSync(join(folder, 'deep', 'old.ts'), 'again');
    await untilTold(2 * round);
  }

  expect(told).toEqual(Array(6).fill([join(folder, 'deep', 'old.ts')]));
});

test('follows folders that come, go and come back', async () => {
  for (const round of [1, 2, 3]) {
    mkdirSync(join(folder, 'new', 'er'), { recursive: true });
    await untilTold(3 * round - 2);
    writeFileSync(join(folder, 'new', 'er', 'file.ts'), '1');
    await untilTold(3 * round - 1);
    rmSync(join(folder, 'new'), { recursive: true });
    await untilTold(3 * round);
  }

  expect(told.flat()).toContain(join(folder, 'new', 'er', 'file.ts'));
});

test('follows a watched folder that is removed and made again', async () => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  await untilTold(1);

  writeFileSync(join(folder, 'new.ts'), '1');

  await untilTold(2);
  expect(told[1]).toEqual([join(folder, 'new.ts')]);
});

test('lets hidden files, copies of editors and packages be', async () => {
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['.old.ts.swp', 'old.ts~', 'node_modules/a.js']) writeFileSync(join(folder, name), '');

  await passed(250);
  expect(told).toEqual([]);
});

test('never tells two changes at a time', async () => {
  stop();
  let running = 0;
  const most: number[] = [];
  stop = watchFolders(
    [folder],
    async paths => {
      most.push(++running);
      await passed(120);
      running -= 1;
      told.push([...paths]);
    },
    { quiet: 20 },
  );

  writeFileSync(join(folder, 'one.ts'), '');
  await passed(80);
  writeFileSync(join(folder, 'two.ts'), '');

  await untilTold(2);
  expect([told, most]).toEqual([
    [[join(folder, 'one.ts')], [join(folder, 'two.ts')]],
    [1, 1],
  ]);
});

test('tells at once where that is asked for, and what changes meanwhile after it, as one change', async () => {
  stop();
  let release = (): void => undefined;
  const first = new Promise<void>(resolve => (release = resolve));
  stop = watchFolders(
    [folder],
    async paths => {
      told.push([...paths]);
      if (told.length === 1) await first;
    },
    { quiet: 20, atOnce: true },
  );
  expect(told).toEqual([[]]);

  writeFileSync(join(folder, 'one.ts'), '');
  await passed(80);
  writeFileSync(join(folder, 'deep', 'old.ts'), '2');
  await passed(80);
  expect(told).toEqual([[]]);
  release();

  await untilTold(2);
  await passed(100);
  expect(told).toEqual([[], [join(folder, 'deep', 'old.ts'), join(folder, 'one.ts')]]);
});

test('watches single files, through a replacement, and nothing beside them', async () => {
  stop();
  const [main, copy] = [join(folder, 'main.ts'), join(folder, 'main.new')];
  writeFileSync(main, '1');
  stop = watchFolders([join(folder, 'deep')], paths => void told.push([...paths]), { quiet: 60, files: [main] });

  writeFileSync(join(folder, 'beside.ts'), '1');
  for (const round of [1, 2]) {
    writeFileSync(copy, `${round}`);
    renameSync(copy, main);
    await untilTold(2 * round - 1);
    writeFileSync(main, 'again');
    await untilTold(2 * round);
  }

  expect(told).toEqual(Array(4).fill([main]));
});

test('is silent once stopped', async () => {
  writeFileSync(join(folder, 'new.ts'), '1');
  await passed(20);
  stop();
  writeFileSync(join(folder, 'new.ts'), '2');

  await passed(200);
  expect(told).toEqual([]);
});

test('refuses a folder that is not there', () => {
  expect(() => watchFolders([join(folder, 'none')], () => undefined)).toThrow(
    `${join(folder, 'none')}: a file or folder is missing (ENOENT`,
  );
});

async function untilTold(times: number): Promise<void> {
  const end = Date.now() + 5000;
  while (told.length < times && Date.now() < end) await passed(5);
  expect(told).toHaveLength(times);
}
