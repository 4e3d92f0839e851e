import { join } from 'node:path';
import { readText, sortAt, writeText } from '../disk/index.ts';
import { componentFiles, constantOf } from './component-files.ts';
import { folderOf } from './imported.ts';
import type { Imported } from './imported.ts';
import type { PlacementLine } from './own-ground.ts';

/** What an import has written, and what a person must still write. */
export interface WrittenImport {
  /** Files that are new, sorted. */
  readonly files: readonly string[];

  /** Lines that were added, or that must be, by the file they belong to. */
  readonly added: readonly AddedLine[];
}

/** A line of a row. */
export interface AddedLine {
  readonly file: string;
  readonly line: string;

  /** Whether it stands there now. A file that does not look as it did at first is its owner's to edit. */
  readonly isWritten: boolean;
}

const table = 'overlays/components.ts';

/**
 * Writes components: their files first, and last the lines by which the platform knows of them.
 *
 * @throws DiskError for what the disk refuses
 */
export function writeImport(
  root: string,
  components: readonly Imported[],
  places: readonly PlacementLine[],
  source: string,
): WrittenImport {
  const files = new Map(components.flatMap(each => [...componentFiles(each, source)]));
  for (const [path, text] of files) writeText(join(root, path), text);
  const lines = [
    ...places.map(({ environment, component, place }) => ({
      file: `overlays/${environment}.ts`,
      line: `    '${component}': '${place}',`,
      after: /^ {2}placement: \{\n/m,
    })),
    ...components.map(({ name }) => ({
      file: table,
      line: exportOf(name),
      after: /^\/\/ WHERE A NEW COMPONENT GOES.*\n/m,
    })),
  ];
  const added = lines.map(({ file, line, after }) => ({
    file,
    line,
    isWritten: addLine(join(root, file), line, after),
  }));
  return { files: [...files.keys()].sort(), added };
}

function exportOf(name: string): string {
  const constant = constantOf(name);
  const exported = constant === name ? name : `${constant} as '${name}'`;
  return `export { ${exported} } from '../${folderOf(name)}/index.ts';`;
}

/** Whether there was a place for the line. */
function addLine(path: string, line: string, after: RegExp): boolean {
  if (sortAt(path) !== 'file') return false;
  const text = readText(path);
  const [anchor] = after.exec(text) ?? [];
  if (anchor === undefined) return false;
  writeText(
    path,
    text.replace(anchor, () => `${anchor}${line}\n`),
  );
  return true;
}
