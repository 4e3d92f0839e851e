import { Ledger, demandNone } from './ledger.ts';
import { markdown } from './markdown.ts';

const write = process.stderr.write;
beforeAll(() => {
  process.stderr.write = () => true;
});
afterAll(() => {
  process.stderr.write = write;
});

test('a failure is written down and ends nothing', async () => {
  const ledger = new Ledger();
  const book = ledger.part('api');

  expect(await book.tries('this works', () => Promise.resolve(['3 objects']))).toBe(true);
  expect(await book.tries('this does not', () => Promise.reject(new Error('one\ntwo')))).toBe(false);
  book.skips('this was left out', 'there is no schema');

  expect(ledger.failures).toBe(1);
  const report = markdown('Conformance', ledger.entries, ['a fact']).replaceAll(/\d+\.\d \|/g, '0.0 |');
  expect(report).toContain('1 passed, 1 failed, 1 not tried.');
  expect(report).toContain('| api | this does not | **failed** | 0.0 |');
  expect(report).toContain('## api: this does not (failed)\n\n```text\none\ntwo\n```');
  expect(report).toContain('## api: this was left out (not tried)\n\n```text\nthere is no schema\n```');
});

test('complaints are thrown together, and none is no error', () => {
  expect(() => demandNone([], 'refusals')).not.toThrow();
  expect(() => demandNone(['a', 'b'], 'refusals')).toThrow('2 refusals\na\nb');
});
