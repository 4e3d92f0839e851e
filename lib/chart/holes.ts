import { isEqual } from '../kustomize/equal.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import type { Json } from '../yaml/json.ts';
import type { Variants } from './stand.ts';
import type { ValuePath } from './values.ts';

/** How a value of the chart comes into a template. */
interface Hole {
  readonly path: ValuePath;

  /** Part of a text, a whole scalar, or whole maps and lists. */
  readonly form: 'part' | 'scalar' | 'block';
  readonly variants: Variants;

  /** Whether some environments do not have it. */
  readonly isOptional: boolean;
}

/** Characters of no language, which no manifest may hold: they stand around the number of a hole. */
const [open, close] = ['\ue000', '\ue001'];

/** Whether a text holds what marks a hole. */
export function marksHole(text: string): boolean {
  return text.includes(open) || text.includes(close);
}

/** The places of one template that values fill. */
export class Holes {
  private readonly holes: Hole[] = [];

  /** What stands in the tree of an object in place of a value. */
  mark(hole: Hole): string {
    return `${open}${this.holes.push(hole) - 1}${close}`;
  }

  /** The text of a template. Braces that the object itself holds come out of Helm as they are. */
  template(tree: Json, header: string, guard: ValuePath | undefined): string {
    const text = yamlText(tree)
      .replaceAll('{{', '{{ "{{" }}')
      .split('\n')
      .map(line => this.filled(line))
      .join('\n');
    const body = guard ? `{{- if ${expression(guard)} }}\n${text}{{- end }}\n` : text;
    return `# ${header}\n${body}`;
  }

  private filled(line: string): string {
    const [, indent = '', entry = '', index] = /^( *)(.*?)\ue000(\d+)\ue001$/.exec(line) ?? [];
    const hole = index === undefined ? undefined : this.holes[Number(index)];
    if (!hole || hole.form === 'part') return this.partsFilled(line);
    const dashes = /^(?:- )*/.exec(entry)![0].length;
    const depth = indent.length + dashes + (entry.length > dashes ? 2 : 0);
    const value = hole.form === 'block' ? `{{- toYaml ${expression(hole.path)} | nindent ${depth} }}` : scalar(hole);
    const filled = `${indent}${entry}${value}`;
    if (!hole.isOptional) return filled;
    const folder = expression(hole.path.slice(0, -1));
    return `${indent}{{- if hasKey ${folder} "${hole.path.at(-1)}" }}\n${filled}\n${indent}{{- end }}`;
  }

  private partsFilled(line: string): string {
    return line.replaceAll(
      /\ue000(\d+)\ue001/g,
      (_, index: string) => `{{ ${expression(this.holes[Number(index)]!.path)} }}`,
    );
  }
}

function scalar({ path, variants }: Hole): string {
  const values = [...variants.values()];
  const value = expression(path);
  if (values.every(each => typeof each === 'string' && !each.includes('\n'))) return `{{ quote ${value} }}`;
  if (values.every(each => Number.isSafeInteger(each))) return `{{ int64 ${value} }}`;
  if (values.every(each => typeof each === 'boolean')) return `{{ ${value} }}`;
  return `{{ toJson ${value} }}`;
}

function expression(path: ValuePath): string {
  return ['.Values', ...path].join('.');
}

/** Whether all environments that have a place say the same there. */
export function isShared(variants: Variants): boolean {
  const [first, ...others] = variants.values();
  return others.every(other => isEqual(other, first));
}
