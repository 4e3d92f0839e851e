import { NumberSet } from './number-set.ts';
import type { Range } from './number-set.ts';

/** Every IPv4 address. */
export const everyAddress = NumberSet.of([[0, 2 ** 32 - 1]]);

/**
 * The addresses of a block such as `10.0.0.0/8`.
 *
 * @returns undefined for text that is no IPv4 block; clusters of the platform have no others
 */
function addressesOf(cidr: string): NumberSet | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  const [a, b, c, d, bits] = (match ?? []).slice(1).map(Number);
  if (a === undefined || Math.max(a, b!, c!, d!) > 255 || bits! > 32) return undefined;
  const size = 2 ** (32 - bits!);
  const address = ((a * 256 + b!) * 256 + c!) * 256 + d!;
  const first = address - (address % size);
  return NumberSet.of([[first, first + size - 1]]);
}

/** The addresses of any of some blocks; text that is no IPv4 block has none. */
export function addressBlocks(cidrs: readonly string[]): NumberSet {
  return NumberSet.union(cidrs.map(cidr => addressesOf(cidr) ?? NumberSet.empty));
}

// Stated here a second time on purpose: a proof must not read what it is to prove from where that was made.

/** Addresses of the tailnet where the site says no others: the range that providers share and Tailscale gives out. */
const tailnet = addressBlocks(['100.64.0.0/10']);

/** What is neither a private network, nor the tailnet, nor local to a node, as a cloud's metadata server is. */
export const internet = everyAddress.minus(
  addressBlocks(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16']),
);

/** Addresses by their name where they have one, otherwise as the fewest blocks that hold exactly them. */
export function addressesText(addresses: NumberSet): string {
  if (addresses.equals(internet)) return 'the internet';
  if (addresses.equals(tailnet)) return 'the tailnet';
  return addresses.ranges.flatMap(blocksOf).join(', ');
}

function blocksOf([first, last]: Range): string[] {
  const blocks: string[] = [];
  for (let start = first; start <= last;) {
    let size = 1;
    while (size < 2 ** 32 && start % (size * 2) === 0 && start + size * 2 - 1 <= last) size *= 2;
    blocks.push(`${dotted(start)}/${32 - Math.log2(size)}`);
    start += size;
  }
  return blocks;
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map(shift => Math.floor(address / 2 ** shift) % 256).join('.');
}
