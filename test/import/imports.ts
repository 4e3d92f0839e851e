import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importFrom } from '../../lib/import/import-tree.ts';
import type { ImportRequest, Outcome } from '../../lib/import/import-tree.ts';
import { InputError } from '../../lib/model/input-error.ts';
import { sentenceOf } from '../../lib/model/mistake.ts';
import type { Rows } from '../../lib/model/platform.ts';
import { synthesize } from '../../lib/synthesis.ts';
import type { Program, Synthesis } from '../../lib/synthesis.ts';
import { filesBelow } from '../fixtures/checkout.ts';
import { rows } from '../fixtures/platform.ts';
import { root as repository } from '../fixtures/repository.ts';
import type { Tree } from './trees.ts';

/** A repository of the small platform, and beside it a tree that somebody has. */
export class Workshop {
  readonly tree = mkdtempSync(join(tmpdir(), 'tree-'));
  readonly root = mkdtempSync(join(tmpdir(), 'repository-'));
  readonly program: Program;

  constructor(tree: Tree, overrides: Partial<Rows> = {}) {
    this.program = { ...rows(overrides), root: this.root };
    write(this.tree, tree);
    write(this.root, { 'overlays/images.json': '{}\n', 'overlays/components.ts': componentsFile });
    symlinkSync(join(repository, 'node_modules'), join(this.root, 'node_modules'));
  }

  import(request: Partial<ImportRequest> = {}): Promise<Outcome> {
    const { folder = '.', ...others } = request;
    const defaults = { environments: [], fetchesSecrets: false, provesOnly: false };
    return importFrom({ name: 'bank', ...defaults, ...others, folder: join(this.tree, folder) }, this.program);
  }

  /** What is said where nothing can be imported, and that nothing was written. */
  async refusal(request: Partial<ImportRequest> = {}): Promise<string[]> {
    const before = this.files();
    const mistakes = await this.import(request).then(
      () => [],
      (error: unknown) => {
        if (!(error instanceof InputError)) throw error;
        return error.mistakes.map(sentenceOf);
      },
    );
    expect(this.files()).toEqual(before);
    return mistakes.map(sentence => sentence.replaceAll(this.tree, '<tree>'));
  }

  /** The platform with what was imported, read from the files that were written. */
  synthesize({ components }: Outcome): Promise<Synthesis> {
    const imported = Object.fromEntries(
      components.map(({ name, row }) => [name, { ...row, services: {}, objects: `lib/components/${name}/yaml` }]),
    );
    return synthesize({ ...this.program, components: { ...this.program.components, ...imported } });
  }

  /** Every file of the repository but for those of npm. */
  files(): Map<string, string> {
    return new Map(['overlays', 'lib'].flatMap(name => [...this.below(name)]));
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  remove(): void {
    for (const folder of [this.tree, this.root]) rmSync(folder, { recursive: true });
  }

  private below(name: string): [string, string][] {
    const folder = join(this.root, name);
    mkdirSync(folder, { recursive: true });
    return [...filesBelow(folder)].map(([path, text]) => [`${name}/${path}`, text]);
  }
}

const componentsFile = `// WHERE A NEW COMPONENT GOES: one line below, its services in a folder of its name under lib/components/.\n`;

/** Writes files below a folder. */
export function write(folder: string, files: Tree | ReadonlyMap<string, string>): void {
  for (const [path, text] of files instanceof Map ? files : Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
