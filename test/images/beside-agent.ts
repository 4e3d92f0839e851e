import { join } from 'node:path';
import { root } from '../fixtures/repository.ts';
import { installRedis, redisServer } from '../conformance/toolbox/redis.ts';
import { environmentFor } from './python.ts';
import type { Python } from './python.ts';

/** Where the real programs are that the agent is tried with: a Redis, and the Python of the model server. */
export async function besideAgent(python: Python, cache: string): Promise<Record<string, string>> {
  await installRedis();
  const { program, env } = await redisServer();
  return {
    REDIS_SERVER: program,
    REDIS_LIBRARIES: env.LD_LIBRARY_PATH ?? '',
    MODEL_SERVER_PYTHON: await environmentFor(join(root, 'images/model-server'), python, cache),
  };
}
