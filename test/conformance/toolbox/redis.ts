import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { debianFolder, installDebian } from './debian.ts';
import { isOnPath } from './machine.ts';

const name = 'redis-server';
const tree = { name: 'redis', packages: [name] };

/** How redis-server is started. */
export interface RedisServer {
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The machine's own redis-server, or the one that was unpacked. */
export async function redisServer(): Promise<RedisServer> {
  if (await isOnPath(name)) return { program: name, env: process.env };

  const usr = join(debianFolder(tree), 'usr');
  const libraries = readdirSync(join(usr, 'lib'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(usr, 'lib', entry.name));
  return { program: join(usr, 'bin', name), env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') } };
}

/** Unpacks Debian's redis-server where the machine has none. @throws ToolMissing where that cannot be had */
export async function installRedis(): Promise<void> {
  if (!(await isOnPath(name))) await installDebian(tree);
}
