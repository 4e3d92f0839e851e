import { pathText } from './path-text.ts';
import type { Recording } from './recording.ts';

/**
 * The fields that a kind has at one place of its objects, and at all places below.
 *
 * The compiled validators accept unknown fields, and nothing in them lists the known ones. But they ask an object for
 * every field that it may have, and a map or a list for every entry that it has. So a key that was never asked for
 * is unknown, unless the object was asked for nothing at all: then its content is free.
 */
export class KnownFields {
  /** Undefined until something was learned. */
  private content: 'free' | 'fields' | 'entries' | undefined;
  private readonly keys = new Set<string>();
  private readonly below = new Map<string, KnownFields>();

  /** Takes in what a validator asked an object for. The object must be valid, or only judged by this recording. */
  learn(value: object, recording: Recording): void {
    const asked = recording.asked(value);
    this.content ??= 'free';
    if (!asked || asked.keys.size === 0) return;
    this.content = asked.everyEntry || Array.isArray(value) ? 'entries' : 'fields';
    for (const key of asked.keys) this.keys.add(key);

    for (const [key, child] of Object.entries(value) as [string, unknown][]) {
      if (typeof child !== 'object' || child === null || !asked.keys.has(key)) continue;
      this.childAt(key).learn(child, recording);
    }
  }

  /**
   * Unknown fields of an object, and known ones that are null, which is as if they were not there.
   *
   * @returns undefined where the object has something in it that nothing was learned about
   */
  problemsOf(value: object): string[] | undefined {
    const problems: string[] = [];
    return this.collect(value, [], problems) ? problems : undefined;
  }

  /** @param path of the value; it is extended on the way down and restored on the way up, as most is never printed */
  private collect(value: object, path: string[], problems: string[]): boolean {
    if (this.content === undefined) return false;
    if (this.content === 'free') return true;
    for (const key of Object.keys(value)) {
      const child = (value as Readonly<Record<string, unknown>>)[key];
      path.push(key);
      if (this.content === 'fields' && !this.keys.has(key)) {
        problems.push(`${pathText(path)} is unknown, the kind has no such field`);
      } else if (child === null) {
        problems.push(`${pathText(path)} is null, it must have a value or be left out`);
      } else if (typeof child === 'object') {
        if (!this.below.get(this.slot(key))?.collect(child, path, problems)) return false;
      }
      path.pop();
    }
    return true;
  }

  private childAt(key: string): KnownFields {
    const slot = this.slot(key);
    let child = this.below.get(slot);
    if (!child) this.below.set(slot, (child = new KnownFields()));
    return child;
  }

  /** All entries of a map or a list are of one kind. */
  private slot(key: string): string {
    return this.content === 'entries' ? '*' : key;
  }
}
