import { join } from 'node:path';
import { modules } from '../places.ts';

/** One program that a family builds. */
export interface Program {
  /** Where a family has several, the last part of the package: the compiler names them by it. */
  readonly name: string;

  /** Go package of its main function; `.` or a folder below it for one that lies with the pins. */
  readonly source: string;
}

/** Programs that one Go module pins, because they agree on the versions of what they share. */
export interface Family {
  readonly name: string;
  readonly programs: readonly [Program, ...Program[]];

  /** Folder of the module. Two families that are not always needed together may have one. @default - its name */
  readonly pins?: string;

  /** Path of the module whose version it is called by. @default - the one that has the first program */
  readonly of?: string;

  /** Build tags. @default - none */
  readonly tags?: readonly string[];

  /** Variables set by the linker, by their full name. @default - none */
  readonly variables?: Readonly<Record<string, string>>;

  /** A module that is not built as it is published, and files that it lacks or has in place of its own. @default - none */
  readonly completes?: { readonly module: string; readonly files: Readonly<Record<string, string>> };
}

/** Whether it is written here, and so has no version but that of this repository. */
export function isWrittenHere({ of, programs: [{ source }] }: Family): boolean {
  return of === undefined && source.startsWith('.');
}

/** Folder of the module that pins a family. */
export function pinsOf({ name, pins = name }: Family): string {
  return join(modules, pins);
}
