import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';

/**
 * Runs one of several actions.
 *
 * @param where what is being rendered, for the message
 * @throws InputError where something was read, even where the action swallowed the error
 */
export type Run = <T>(where: string, action: () => T) => T;

/**
 * Runs constructs in a world without clock, chance and surroundings, so that the same code gives the same bytes: what
 * reads one of these gets an error that names it. The environment holds none of the switches of cdk8s either. The world
 * is stilled once for all that the work runs, since that takes longer than to render a small component.
 */
export function stilled<T>(work: (run: Run) => T): T {
  let read = new Set<string>();
  const restore = replaceAll(name => {
    read.add(name);
    return new Error(messageOf(name));
  });
  try {
    return work((where, action) => {
      read = new Set();
      return unread(where, read, action);
    });
  } finally {
    restore();
  }
}

/** @param read names of what the action reads */
function unread<T>(where: string, read: ReadonlySet<string>, action: () => T): T {
  try {
    const result = action();
    if (read.size === 0) return result;
  } catch (error) {
    // Mistakes that are told already name what was read; any other error has come past all that would tell.
    if (read.size === 0 || error instanceof InputError) throw error;
  }
  throw new InputError([...read].map(name => mistake('refused', where, messageOf(name))));
}

function messageOf(name: string): string {
  return `'${name}' is read while constructs run, what is rendered must follow from the code alone`;
}

/** Notes what was read, and makes the error for it. */
type Refuse = (name: string) => Error;

/** Each part of the world that changes from run to run, replaced. Returns what puts all of it back. */
function replaceAll(refuse: Refuse): () => void {
  const functions: readonly (readonly [object, string, readonly string[]])[] = [
    [Math, 'Math', ['random']],
    [performance, 'performance', ['now']],
    [process, 'process', ['hrtime', 'uptime']],
    [crypto, 'crypto', ['randomUUID', 'randomBytes', 'randomInt', 'randomFillSync']],
    [globalThis.crypto, 'crypto', ['randomUUID', 'getRandomValues']],
  ];
  const restores = [
    ...functions.flatMap(([owner, name, keys]) =>
      keys.map(key => replace(owner, key, refusing(`${name}.${key}()`, refuse))),
    ),
    replace(globalThis, 'Date', stillDate(refuse)),
    replace(process, 'env', stillEnvironment(refuse)),
  ];
  syncBuiltinESMExports();
  return () => {
    for (const restore of restores) restore();
    syncBuiltinESMExports();
  };
}

function replace(owner: object, key: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, key);
  Object.defineProperty(owner, key, {
    value,
    configurable: true,
    enumerable: before?.enumerable ?? false,
    writable: true,
  });
  return () => {
    if (before) Object.defineProperty(owner, key, before);
    else Reflect.deleteProperty(owner, key);
  };
}

function refusing(name: string, refuse: Refuse): () => never {
  const refused = (): never => {
    throw refuse(name);
  };
  return Object.assign(refused, { bigint: refused }); // as `process.hrtime` has it
}

/** A point in time that the code names is as good as any other value. */
function stillDate(refuse: Refuse): DateConstructor {
  return new Proxy(Date, {
    apply: () => {
      throw refuse('Date()');
    },
    construct(target, args, newTarget) {
      if (args.length === 0) throw refuse('new Date()');
      return Reflect.construct(target, args, newTarget) as object;
    },
    get: (target, key, receiver) =>
      key === 'now' ? refusing('Date.now()', refuse) : Reflect.get(target, key, receiver),
  });
}

/** cdk8s looks for switches of its own, all of which change what is rendered, and finds none. */
function stillEnvironment(refuse: Refuse): NodeJS.ProcessEnv {
  const lookUp = (key: string | symbol): undefined => {
    if (typeof key === 'symbol' || key.startsWith('CDK8S_')) return undefined;
    throw refuse(`process.env.${key}`);
  };
  return new Proxy<NodeJS.ProcessEnv>(
    {},
    {
      get: (_target, key) => lookUp(key),
      has: (_target, key) => lookUp(key) !== undefined,
      ownKeys: () => {
        throw refuse('process.env');
      },
    },
  );
}
