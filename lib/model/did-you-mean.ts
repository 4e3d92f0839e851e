/** `; did you mean 'x'?` where one of the names is near to what was written, otherwise nothing. */
export function didYouMean(written: string, names: readonly string[]): string {
  const nearest = names
    .map(name => ({ name, distance: distanceBetween(written, name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (!nearest || nearest.distance > Math.max(1, Math.floor(written.length / 3))) return '';
  return `; did you mean '${nearest.name}'?`;
}

/** Letters to change, add, leave out or swap with their neighbour, to make one text of another. */
function distanceBetween(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      rows[row]![column] = Math.min(
        rows[row - 1]![column]! + 1,
        rows[row]![column - 1]! + 1,
        rows[row - 1]![column - 1]! + (same ? 0 : 1),
        swapped ? rows[row - 2]![column - 2]! + 1 : Infinity,
      );
    }
  }
  return rows[left.length]![right.length]!;
}
