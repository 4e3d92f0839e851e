import fc from 'fast-check';
import { amountIn, bytesText, decimalText, largestAmount, unit } from '../../lib/model/quantity.ts';

// What apimachinery's resource.Quantity makes of each.
test.each([
  ['0', 0n],
  ['2', 2n * unit],
  ['250m', unit / 4n],
  ['1.5', (3n * unit) / 2n],
  ['.5', unit / 2n],
  ['5.', 5n * unit],
  ['+1', unit],
  ['100u', unit / 10_000n],
  ['1n', 1n],
  ['0.1n', 1n],
  ['1.0000000001', unit + 1n],
  ['1k', 1000n * unit],
  ['512M', 512_000_000n * unit],
  ['1G', 1_000_000_000n * unit],
  ['4T', 4_000_000_000_000n * unit],
  ['1P', 10n ** 15n * unit],
  ['1E', 10n ** 18n * unit],
  ['1Ki', 1024n * unit],
  ['0.5Mi', 524_288n * unit],
  ['1Gi', 1_073_741_824n * unit],
  ['1Ti', 1_099_511_627_776n * unit],
  ['1Pi', 2n ** 50n * unit],
  ['1Ei', 2n ** 60n * unit],
  ['1e3', 1000n * unit],
  ['1E3', 1000n * unit],
  ['12e-1', (12n * unit) / 10n],
  ['1.5e2', 150n * unit],
])('%s is read exactly', (text, amount) => {
  expect(amountIn(text)).toBe(amount);
});

test.each(['', '1K', '1KB', '4GB', '1 Gi', '-1', '1Gi ', 'Gi', '.', '1e', '1mi', '0x1', '1,5', 'undefined', '1e1000'])(
  '%j is no quantity',
  text => {
    expect(amountIn(text)).toBeUndefined();
  },
);

test('amounts of each other unit are what people write, and the shortest way to do so', () => {
  const written = ['512M', '1G', '2Gi', '7680Mi', '1500Mi', '3G', '1', '1k', '1024k', '500m', '0'];

  expect(written.map(text => bytesText(amountIn(text)!))).toEqual(written);
  expect(['1000m', '0.5', '1500m', '2000', '3'].map(text => decimalText(amountIn(text)!))).toEqual([
    '1',
    '500m',
    '1500m',
    '2k',
    '3',
  ]);
});

test('no amount is lost on the way into a text and back', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 30n });

  fc.assert(
    fc.property(amounts, fc.constantFrom(bytesText, decimalText), (amount, textOf) => {
      expect(amountIn(textOf(amount))).toBe(amount);
    }),
  );
});

test('the largest of none is none', () => {
  expect([largestAmount([]), largestAmount([1n, 3n, 2n])]).toEqual([0n, 3n]);
});
