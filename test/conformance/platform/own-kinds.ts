import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindsOf } from '../../../lib/kinds/index.ts';
import { definitionsIn } from '../../../lib/model/input/definition-problems.ts';
import { repository } from '../places.ts';

const folder = join(repository, 'imports');

/** Definition files of this platform. */
export const ownDefinitionFiles: readonly string[] = readdirSync(folder)
  .filter(file => /^[^.].*\.ya?ml$/.test(file))
  .map(file => join(folder, file));

const texts = ownDefinitionFiles.map(file => [file, readFileSync(file, 'utf8')] as const);

/** Kinds of the program, and those that this platform has brought. */
export const ownKinds = kindsOf({ definitions: definitionsIn(new Map(texts)).definitions, kinds: [] });
