import { InvalidArgumentError } from 'commander';
import type { Book } from '../report/ledger.ts';

/** Something that is tried on a running platform. */
export interface TieredCase<Platform> {
  readonly title: string;

  /** Returns what it saw. @throws Error that says what was other than expected */
  readonly run: (platform: Platform) => Promise<readonly string[]>;
}

/** What every run of a suite tries, and what only those at night do. */
export interface Tiers<Platform> {
  readonly always: readonly TieredCase<Platform>[];
  readonly nightly: readonly TieredCase<Platform>[];

  /** What a person types to run the suite. */
  readonly suite: string;
}

/** Which of the cases are wanted. */
export interface Choice {
  /** Whether the long ones are, too. */
  readonly nightly: boolean;

  /** Words in their titles, parted by commas; empty for all. */
  readonly words: string;
}

/** Tries the cases one after the other, on a platform that must be well again after each that failed. */
export async function tryCases<Platform>(
  book: Book,
  { always, nightly, suite }: Tiers<Platform>,
  choice: Choice,
  platform: Platform,
  allWell: () => Promise<void>,
): Promise<void> {
  if (!choice.nightly) {
    book.skips(nightly.map(({ title }) => title).join(', '), `long cases: ${suite} -- --nightly`);
  }
  const all = [...always, ...(choice.nightly ? nightly : [])];
  for (const { title, run } of all.filter(each => choice.words.split(',').some(words => each.title.includes(words)))) {
    if ((await book.tries(title, () => run(platform))) || (await isWell(allWell))) continue;
    book.skips('the cases that come after', `the platform did not recover from: ${title}`);
    break;
  }
}

/** For `--case`. @throws InvalidArgumentError for words that no title has: they would try nothing, and pass */
export function wordsOfTitles<Platform>({ always, nightly }: Tiers<Platform>): (text: string) => string {
  const titles = [...always, ...nightly].map(({ title }) => title);
  return text => {
    const strange = text.split(',').find(words => !titles.some(title => title.includes(words)));
    if (strange === undefined) return text;
    throw new InvalidArgumentError(`'${strange}' is in no case's title, must be in one of: ${titles.join('; ')}.`);
  };
}

/** What a failed case leaves behind would make the others fail for its reason, each after minutes of waiting. */
function isWell(allWell: () => Promise<void>): Promise<boolean> {
  return allWell().then(
    () => true,
    () => false,
  );
}
