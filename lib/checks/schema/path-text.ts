import type { Json } from '../../yaml/json.ts';

/** A path as people write it: `spec.containers[0].name`, `metadata.annotations['a/b']`. */
export function pathText(path: readonly string[]): string {
  return path
    .map((key, index) => {
      if (/^\d+$/.test(key)) return `[${key}]`;
      if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) return `['${key}']`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}

/** A value as messages quote it. Long ones are cut, since their beginning is enough to recognise them. */
export function valueText(value: Json | undefined): string {
  const text = JSON.stringify(value)?.replaceAll('"', "'") ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
