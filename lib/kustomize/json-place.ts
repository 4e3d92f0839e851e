import type { Node } from './merge-node.ts';

/** A field of a map or a place in a list, which need not be there yet. */
export class JsonPlace {
  readonly path: string;
  private readonly parent: Node;
  private readonly key: string;

  constructor(path: string, parent: Node, key: string) {
    this.path = path;
    this.parent = parent;
    this.key = key;
  }

  value(): Node | undefined {
    if (this.parent instanceof Map) return this.parent.get(this.key);
    return (this.parent as Node[])[this.index()];
  }

  present(): Node {
    const value = this.value();
    if (value === undefined) throw new Error(`'${this.path}' is missing, it must be there`);
    return value;
  }

  add(value: Node): void {
    if (this.parent instanceof Map) return void this.parent.set(this.key, value);
    const list = this.parent as Node[];
    const index = this.key === '-' ? list.length : this.index();
    if (index > list.length) throw new Error(`'${this.path}' is behind the end of the list, it must be in it`);
    list.splice(index, 0, value);
  }

  set(value: Node): void {
    if (this.parent instanceof Map) return void this.parent.set(this.key, value);
    this.present();
    (this.parent as Node[])[this.index()] = value;
  }

  remove(): void {
    this.present();
    if (this.parent instanceof Map) this.parent.delete(this.key);
    else (this.parent as Node[]).splice(this.index(), 1);
  }

  private index(): number {
    if (/^(?:0|[1-9]\d*)$/.test(this.key)) return Number(this.key);
    throw new Error(`'${this.path}' leads into a list, '${this.key}' must be a place from its start`);
  }
}
