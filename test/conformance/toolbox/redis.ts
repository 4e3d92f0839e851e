import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execute, outcome } from '../processes/execute.ts';
import { progress } from '../report/progress.ts';
import { isOnPath } from './machine.ts';
import { once, toolFolder } from './once.ts';
import { ToolMissing } from './tool-missing.ts';

const name = 'redis-server';
const home = toolFolder('redis');
const program = join(home, 'usr', 'bin', name);

/** How redis-server is started. */
export interface RedisServer {
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The machine's own redis-server, or the one that was unpacked. */
export async function redisServer(): Promise<RedisServer> {
  if (await isOnPath(name)) return { program: name, env: process.env };

  const libraries = readdirSync(join(home, 'usr', 'lib'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(home, 'usr', 'lib', entry.name));
  return { program, env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') } };
}

/**
 * Unpacks Debian's redis-server, and the libraries that the machine lacks for it, where the machine has none. Nothing
 * is installed and no service starts, so nobody needs to be root.
 *
 * @throws ToolMissing where that cannot be had
 */
export async function installRedis(): Promise<void> {
  if (await isOnPath(name)) return;
  await once(
    name,
    () => existsSync(program),
    async () => {
      progress('fetching redis-server');
      const fresh = `${home}.fresh`;
      rmSync(fresh, { recursive: true, force: true });
      await unpack(await packages(join(fresh, 'packages')), fresh);
      renameSync(fresh, home);
    },
  );
}

/**
 * Debian's packages, by its own client and so with its signatures; with lists of our own where the machine's are old.
 */
async function packages(folder: string): Promise<string[]> {
  const lists = join(folder, 'lists');
  [join(folder, 'partial'), join(lists, 'partial')].forEach(path => mkdirSync(path, { recursive: true }));
  const own = ['-o', `Dir::Cache=${folder}`, '-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User='];
  const fetch = ['install', '--download-only', '--no-install-recommends', '--yes', name];
  const archives = ['-o', `Dir::Cache::archives=${folder}`];

  let said = await outcome('apt-get', [...own, ...archives, ...fetch]);
  if (said.code !== 0 && said.code !== 127) {
    await outcome('apt-get', [...own, '-o', `Dir::State::lists=${lists}`, 'update']);
    said = await outcome('apt-get', [...own, ...archives, '-o', `Dir::State::lists=${lists}`, ...fetch]);
  }
  if (said.code !== 0) {
    throw new ToolMissing(`redis-server: is not on the PATH, and apt-get cannot fetch it: ${said.stderr.trim()}`);
  }
  return readdirSync(folder)
    .filter(file => file.endsWith('.deb'))
    .map(file => join(folder, file));
}

async function unpack(files: readonly string[], folder: string): Promise<void> {
  for (const file of files) await execute('dpkg-deb', ['--extract', file, folder]);
  rmSync(join(folder, 'packages'), { recursive: true });
}
