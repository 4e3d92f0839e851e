import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFiles, rowFolders } from '../../fixtures/repository.ts';
import { repository } from '../places.ts';
import { outcome } from '../processes/execute.ts';
import type { Outcome } from '../processes/execute.ts';
import type { World } from './running-platform.ts';

const copied = [...programFiles, ...rowFolders, 'dist'];

/** The rows of the platform, in a copy of the repository in which they are changed and synthesized. */
export class Rows {
  readonly folder: string;
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
    this.folder = join(world.remote.checkout, '..', 'rows');
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder);
    for (const name of copied) cpSync(join(repository, name), join(this.folder, name), { recursive: true });
    symlinkSync(join(repository, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Writes a file. */
  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }

  /** Changes a file, which must hold what is replaced. */
  edit(path: string, from: string | RegExp, to: string): void {
    const file = join(this.folder, path);
    const text = readFileSync(file, 'utf8');
    const result = text.replace(from, to);
    if (result === text) throw new Error(`${path}: does not hold ${String(from)}, must do so`);
    writeFileSync(file, result);
  }

  /** Says what leaves, and nothing else. */
  leaving(...rows: readonly string[]): void {
    this.edit(
      'overlays/leaving.ts',
      /^(export const leaving.* =) \[.*$/m,
      `$1 [${rows.join(', ')}]; // ${rows.length}`,
    );
  }

  /** The program refuses the rows as they are now. @returns its words */
  async refused(): Promise<string> {
    const { code, stderr } = await this.synth();
    if (code !== 2) throw new Error(`synth ended with ${code}, must refuse with 2\n${stderr}`);
    return stderr;
  }

  /** Synthesizes, pushes what comes of it, and makes Argo CD look. */
  async push(message: string): Promise<void> {
    const { code, stderr } = await this.synth();
    if (code !== 0) throw new Error(`synth ended with ${code}, must end with 0\n${stderr}`);
    const { remote, replacements } = this.world;
    remote.take(join(this.folder, 'dist'), replacements);
    await remote.push(message);
    await this.world.refreshAll();
  }

  private synth(): Promise<Outcome> {
    return outcome(process.execPath, ['start.js', 'main.ts', 'synth'], {
      cwd: this.folder,
      env: { ...process.env, NO_COLOR: '1', NODE_DISABLE_COMPILE_CACHE: '1' },
    });
  }
}
