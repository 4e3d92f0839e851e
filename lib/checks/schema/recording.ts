/** What a validator asked one object for. */
export interface Asked {
  /** Every key that it asked for, whether or not the object has it. */
  readonly keys: ReadonlySet<string>;

  /** Whether it went through the entries that the object has, whatever their keys are. */
  readonly everyEntry: boolean;
}

/** Watches what a compiled validator asks an object and all that is in it. */
export class Recording {
  /** What the validator must be given in place of the object. */
  readonly root: unknown;

  private readonly watchers = new Map<object, Watcher>();

  constructor(source: object) {
    this.root = this.watched(source);
  }

  /** What one object in it was asked for; undefined where the validator never met it. */
  asked(source: object): Asked | undefined {
    return this.watchers.get(source);
  }

  private watched(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    let watcher = this.watchers.get(value);
    if (!watcher) {
      watcher = new Watcher(value, child => this.watched(child));
      this.watchers.set(value, watcher);
    }
    return watcher.proxy;
  }
}

/** Answers in the place of one object. Its proxy stands before an empty one: the true one may be frozen. */
class Watcher implements ProxyHandler<object>, Asked {
  readonly keys = new Set<string>();
  readonly proxy: object;
  everyEntry = false;

  private readonly source: object;
  private readonly watched: (child: unknown) => unknown;

  constructor(source: object, watched: (child: unknown) => unknown) {
    this.source = source;
    this.watched = watched;
    this.proxy = new Proxy(Array.isArray(source) ? [] : {}, this);
  }

  get(_: object, key: string | symbol): unknown {
    if (typeof key === 'string') this.keys.add(key);
    return this.watched(Reflect.get(this.source, key));
  }

  /** Only a `for … in` asks for the prototype; a count of the keys does not. */
  getPrototypeOf(): null {
    this.everyEntry = true;
    return null;
  }

  ownKeys(): (string | symbol)[] {
    return Reflect.ownKeys(this.source);
  }

  getOwnPropertyDescriptor(_: object, key: string | symbol): PropertyDescriptor | undefined {
    const descriptor = Reflect.getOwnPropertyDescriptor(this.source, key);
    return descriptor && { ...descriptor, configurable: true };
  }
}
