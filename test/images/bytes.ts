const units: Readonly<Record<string, number>> = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };

/** Bytes of an amount of memory, such as `512Mi`. */
export function bytesOf(amount: string): number {
  const [, count, unit] = /^(\d+)(Ki|Mi|Gi)$/.exec(amount)!;
  return Number(count) * units[unit!]!;
}
