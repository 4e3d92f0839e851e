// Starts a program of this repository: `node start.js main.ts synth`. Node 22.18 and newer leave types out by
// themselves, older ones need a loader, and this is the one place that knows. It is plain JavaScript, since it runs
// before anything can read more than that, and it stays one process: what it starts is imported.
import * as module from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const [node, , program = 'main.ts', ...args] = process.argv;

// Node 22.1 and newer keep what they made of each file for the next run. `NODE_DISABLE_COMPILE_CACHE=1` turns it off.
module.enableCompileCache?.(join(import.meta.dirname, 'node_modules/.cache/node'));

// Node 20 optimizes hundreds of functions that are done before their new code is. With four times the usual budget a
// function has to run longer before that, which leaves out a quarter of the processor's time.
if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=264000');

if (!process.features.typescript) {
  module.register('./strip-types.js', import.meta.url);
}

const path = resolve(program);
process.argv = [node, path, ...args]; // as if Node had been given the program itself
await import(pathToFileURL(path).href);
