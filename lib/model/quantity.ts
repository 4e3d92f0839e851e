/** A quantity of Kubernetes: `250m`, `1.5Gi`, `2e9`. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const quantityPattern = /^\+?(?:\d+(?:\.\d*)?|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d{1,2})?$/;

/** Billionths of a unit, the smallest part that Kubernetes keeps: exact, however many are added up. */
export type Amount = bigint;

/** One whole unit: a core, a byte. */
export const unit: Amount = 10n ** 9n;

const decimal: readonly Suffix[] = [
  ['E', 10n ** 27n],
  ['P', 10n ** 24n],
  ['T', 10n ** 21n],
  ['G', 10n ** 18n],
  ['M', 10n ** 15n],
  ['k', 10n ** 12n],
  ['', unit],
  ['m', 10n ** 6n],
  ['u', 10n ** 3n],
  ['n', 1n],
];

const binary: readonly Suffix[] = ['E', 'P', 'T', 'G', 'M', 'K'].map((letter, index) => [
  `${letter}i`,
  unit * 1024n ** BigInt(6 - index),
]);

/** How a quantity may end, and what one of it is. */
type Suffix = readonly [suffix: string, amount: Amount];

const factors = new Map([...decimal, ...binary]);

/** What a quantity amounts to, a part too small to be kept rounded up; undefined for what is no quantity. */
export function amountIn(quantity: string): Amount | undefined {
  if (!quantityPattern.test(quantity)) return undefined;
  const [, whole = '', fraction = '', suffix = ''] = /^\+?(\d*)\.?(\d*)(.*)$/.exec(quantity)!;
  const exponent = /^[eE][+-]?\d/.test(suffix) ? Number(suffix.slice(1)) : 0;
  const factor = factors.get(suffix) ?? unit;
  const power = exponent - fraction.length;
  const digits = BigInt(whole + fraction) * factor;
  return power >= 0 ? digits * 10n ** BigInt(power) : ceilingOf(digits, 10n ** BigInt(-power));
}

/** A quantity in decimal units, as the API server writes those of processors. */
export function decimalText(amount: Amount): string {
  return textIn(decimal, amount);
}

/** A quantity of bytes: in binary units, unless decimal ones are shorter. */
export function bytesText(amount: Amount): string {
  const texts = [textIn(binary, amount), textIn(decimal, amount)] as const;
  return texts[0] !== '' && texts[0].length <= texts[1].length ? texts[0] : texts[1];
}

/** The largest of some amounts; none where there are none. */
export function largestAmount(amounts: readonly Amount[]): Amount {
  return amounts.reduce((one, other) => (one > other ? one : other), 0n);
}

/** With the largest unit that leaves no fraction; empty where there is none, as there always is among decimal ones. */
function textIn(suffixes: readonly Suffix[], amount: Amount): string {
  if (amount === 0n) return '0';
  const [suffix, one] = suffixes.find(([, each]) => amount % each === 0n) ?? ['', 0n];
  return one === 0n ? '' : `${amount / one}${suffix}`;
}

function ceilingOf(amount: bigint, divisor: bigint): bigint {
  return (amount + divisor - 1n) / divisor;
}
