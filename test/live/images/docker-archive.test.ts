import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execute } from '../../conformance/processes/execute.ts';
import { writeArchive } from './docker-archive.ts';
import { filesLayer } from './files-layer.ts';
import type { Image } from './image.ts';

const folder = mkdtempSync(join(tmpdir(), 'docker-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reference = 'registry.example/tools/greeter:1.2.3';
const program = join(folder, 'greeter');
writeFileSync(program, '#!/bin/sh\necho hello\n');

const rest = join(folder, 'rest');
mkdirSync(join(rest, 'doc'), { recursive: true });
writeFileSync(join(rest, 'doc', 'long.txt'), 'nobody reads it');
writeFileSync(join(rest, 'kept'), 'kept');

const image: Image = {
  layers: [
    filesLayer({ files: { '/bin/greeter': { program }, '/bin/hi': { link: 'greeter' } }, folders: { '/data': 65534 } }),
    { key: 'rest', fill: () => rest, without: ['./doc'] },
  ],
  start: { user: 'nobody', folder: '/data', entrypoint: ['/bin/greeter'], command: ['--loud'], env: { LANG: 'C' } },
};

/** What `tar` says of an archive's members: mode, owner, path. Owners are numbers where it has no name of them. */
async function members(file: string): Promise<string[]> {
  const said = await execute('tar', ['--list', '--verbose', '--file', file]);
  return said
    .trim()
    .split('\n')
    .map(line => line.replace(/^(\S+)\s+(\S+)\s+\d+ \S+ \S+ (.*)$/, '$1 $2 $3'));
}

async function written(name: string): Promise<string> {
  const file = join(folder, `${name}.tar`);
  await writeArchive(reference, image, file);
  return file;
}

test('an archive has a manifest, a configuration and layers that agree', async () => {
  const file = await written('whole');
  const content = join(folder, 'content');
  mkdirSync(content);
  await execute('tar', ['--extract', '--file', file, '-C', content]);

  const [manifest] = JSON.parse(readFileSync(join(content, 'manifest.json'), 'utf8')) as [Manifest];
  expect(manifest.RepoTags).toEqual([reference]);
  const text = readFileSync(join(content, manifest.Config));
  expect(manifest.Config).toBe(`${createHash('sha256').update(text).digest('hex')}.json`);

  const { rootfs, ...facts } = JSON.parse(text.toString()) as Configuration;
  const digests = manifest.Layers.map(
    layer =>
      `sha256:${createHash('sha256')
        .update(readFileSync(join(content, layer)))
        .digest('hex')}`,
  );
  expect(rootfs).toEqual({ type: 'layers', diff_ids: digests });
  expect(facts).toMatchObject({
    os: 'linux',
    config: {
      User: 'nobody',
      Entrypoint: ['/bin/greeter'],
      Cmd: ['--loud'],
      WorkingDir: '/data',
      Env: [expect.stringMatching(/^PATH=/), 'LANG=C'],
    },
  });

  const [own, others] = await Promise.all(manifest.Layers.map(layer => members(join(content, layer))));
  expect(own).toEqual(
    expect.arrayContaining([
      '-rwxr-xr-x 0/0 ./bin/greeter',
      'lrwxrwxrwx 0/0 ./bin/hi -> greeter',
      '-rw-r--r-- 0/0 ./etc/passwd',
      'drwxrwxrwt 0/0 ./tmp/',
      'drwxrwxr-x 65534/65534 ./data/',
    ]),
  );
  expect(own!.filter(line => line.endsWith(' ./data/'))).toHaveLength(1);
  expect(others!.map(line => line.split(' ').at(-1))).toEqual(['./', './kept']);
});

test('the same image has the same bytes, and leaves nothing beside it', async () => {
  const one = await written('one');
  for (const path of ['doc', 'kept', '.']) utimesSync(join(rest, path), 981_173_106, 981_173_106); // packed years ago
  const other = await written('other');

  expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  expect(readdirSync(folder).filter(name => name.includes('.fresh'))).toEqual([]);
});

interface Manifest {
  readonly Config: string;
  readonly RepoTags: readonly string[];
  readonly Layers: readonly string[];
}

interface Configuration {
  readonly rootfs: unknown;
}
