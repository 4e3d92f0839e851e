import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../../conformance/processes/execute.ts';
import type { Image, Layer, Start } from './image.ts';

/** The same bytes whoever packs them, and when; any user of a container can read them. */
const still = ['--mode=a+rX', '--sort=name', '--mtime=@0', '--numeric-owner', '--format=gnu'];

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Writes an image as an archive that `docker load` and `ctr images import` read.
 *
 * @see https://github.com/moby/docker-image-spec/blob/v1.3.1/spec.md#combined-image-json--filesystem-changeset-format
 */
export async function writeArchive(reference: string, { layers, start }: Image, file: string): Promise<void> {
  const work = `${file}.fresh`;
  rmSync(work, { recursive: true, force: true });
  const content = join(work, 'content');
  const digests: string[] = [];
  for (const [index, layer] of layers.entries()) {
    digests.push(await pack(layer, join(work, `files-${index}`), join(content, String(index), 'layer.tar')));
  }

  const config = JSON.stringify(configOf(start, digests));
  const name = `${createHash('sha256').update(config).digest('hex')}.json`;
  writeFileSync(join(content, name), config);
  const manifest = { Config: name, RepoTags: [reference], Layers: digests.map((_, index) => `${index}/layer.tar`) };
  writeFileSync(join(content, 'manifest.json'), JSON.stringify([manifest]));
  await execute('tar', ['--create', '--file', join(work, 'archive'), ...still, ...root, '-C', content, '.']);
  renameSync(join(work, 'archive'), file); // whole or not at all
  rmSync(work, { recursive: true });
}

const root = ['--owner=0', '--group=0'];

/** Packs a layer, and returns its digest. */
async function pack({ fill, owned = {}, without = [] }: Layer, empty: string, file: string): Promise<string> {
  mkdirSync(empty, { recursive: true });
  mkdirSync(join(file, '..'), { recursive: true });
  const folder = await fill(empty);
  const except = [...Object.keys(owned), ...without].map(pattern => `--exclude=${pattern}`);
  await execute('tar', ['--create', '--file', file, ...still, ...root, '--anchored', ...except, '-C', folder, '.']);
  for (const [path, user] of Object.entries(owned)) {
    const owner = [`--owner=${user}`, `--group=${user}`];
    await execute('tar', ['--append', '--file', file, ...still, ...owner, '-C', folder, path]);
  }
  rmSync(empty, { recursive: true });
  return digestOf(file);
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return `sha256:${hash.digest('hex')}`;
}

function configOf({ entrypoint, command, user, folder = '/', env = {} }: Start, digests: readonly string[]): object {
  const variables = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...env };
  return {
    created: '1970-01-01T00:00:00Z',
    architecture: architectures[process.arch] ?? process.arch,
    os: 'linux',
    config: {
      ...(user !== undefined && { User: user }),
      Env: Object.entries(variables).map(([name, value]) => `${name}=${value}`),
      ...(entrypoint && { Entrypoint: entrypoint }),
      ...(command && { Cmd: command }),
      WorkingDir: folder,
    },
    rootfs: { type: 'layers', diff_ids: digests },
    history: digests.map(() => ({ created: '1970-01-01T00:00:00Z' })),
  };
}
