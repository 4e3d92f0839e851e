import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Layer } from './image.ts';

/** One file of a layer: the text, a link, or the program of this machine that is copied. */
export type Content = { readonly text: string } | { readonly link: string } | { readonly program: string };

/** What a small static root has. */
export interface Files {
  /** By their paths, which begin with a slash. */
  readonly files: Readonly<Record<string, Content>>;

  /** Folders that a user writes to: the user's number by the path. @default - none */
  readonly folders?: Readonly<Record<string, number>>;
}

/** A layer of single files, with what every program expects: users, a folder for scratch, authorities to trust. */
export function filesLayer({ files, folders = {} }: Files, authorities = ''): Layer {
  const all: Files['files'] = {
    '/etc/passwd': { text: 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n' },
    '/etc/group': { text: 'root:x:0:\nnobody:x:65534:\n' },
    '/etc/nsswitch.conf': { text: 'hosts: files dns\n' },
    '/etc/ssl/certs/ca-certificates.crt': { text: authorities },
    ...files,
  };
  return {
    key: keyOf(all, folders),
    fill: folder => {
      for (const [path, content] of Object.entries(all)) put(join(folder, path), content);
      for (const path of Object.keys(folders)) putFolder(join(folder, path), 0o775);
      putFolder(join(folder, 'tmp'), 0o1777);
      return folder;
    },
    owned: Object.fromEntries(Object.entries(folders).map(([path, user]) => [`.${path}`, user])),
  };
}

function putFolder(path: string, mode: number): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode); // what is asked for at its making is cut by the mask of this process
}

function put(path: string, content: Content): void {
  mkdirSync(dirname(path), { recursive: true });
  if ('text' in content) return writeFileSync(path, content.text);
  if ('link' in content) return symlinkSync(content.link, path);
  copyFileSync(content.program, path);
  chmodSync(path, 0o755);
}

function keyOf(files: Files['files'], folders: NonNullable<Files['folders']>): string {
  const hash = createHash('sha256').update(JSON.stringify(folders));
  for (const [path, content] of Object.entries(files)) {
    hash.update(`\0${path}\0`);
    if ('program' in content) hash.update(readFileSync(content.program));
    else hash.update(JSON.stringify(content));
  }
  return hash.digest('hex');
}
