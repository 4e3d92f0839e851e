/** A path as people write it: `spec.containers[0].name`, `metadata.annotations['a/b']`. */
export function pathText(path: readonly string[]): string {
  return path.map((key, index) => {
    if (/^\d+$/.test(key)) return `[${key}]`;
    if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) return `['${key}']`;
    return index === 0 ? key : `.${key}`;
  }).join('');
}
