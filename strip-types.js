// A loader for Node that cannot leave out types by itself: each becomes as many blanks, so that lines and columns stay
// what they are. What came of a file is kept by its content, so that each checkout on a machine finds what another one
// made. It is plain JavaScript, as start.js is, which names it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = join(import.meta.dirname, 'node_modules/.cache/types');
const maker = 'ts-blank-space 0.9.0';

/** https://nodejs.org/docs/latest-v20.x/api/module.html#loadurl-context-nextload */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const text = readFileSync(fileURLToPath(url), 'utf8');
  return { format: 'module', shortCircuit: true, source: await stripped(text, url) };
}

async function stripped(text, url) {
  const file = join(cache, `${createHash('sha256').update(maker).update(text).digest('hex')}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const source = await made(text, url);
    keep(file, source);
    return source;
  }
}

async function made(text, url) {
  const { default: blank } = await import('ts-blank-space');
  return blank(text, ({ end }) => {
    const line = text.slice(0, end).split('\n').length;
    throw new SyntaxError(`${fileURLToPath(url)}:${line}: is more than types, which nothing can leave out`);
  });
}

/** Whole or not at all, since others may look for it at the same time. Where nothing can be kept, it is made again. */
function keep(file, source) {
  try {
    mkdirSync(cache, { recursive: true });
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, source);
    renameSync(fresh, file);
  } catch {
    // It is only slower.
  }
}
