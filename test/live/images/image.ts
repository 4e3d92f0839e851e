/** One layer of an image. */
export interface Layer {
  /** What decides its bytes. */
  readonly key: string;

  /** Puts its files into the empty folder that is given, or returns another one that has them. */
  readonly fill: (folder: string) => string | Promise<string>;

  /** Folders of it that another user than root owns: numbers by paths that begin with `./`. @default - none */
  readonly owned?: Readonly<Record<string, number>>;

  /** Patterns of `tar` for what is left out. @default - none */
  readonly without?: readonly string[];
}

/** How a container of an image starts, where its manifest says nothing. */
export interface Start {
  /** @default - none: the manifest must give a command */
  readonly entrypoint?: readonly string[];

  /** Arguments. @default - none */
  readonly command?: readonly string[];

  /** @default - root */
  readonly user?: string;

  /** @default '/' */
  readonly folder?: string;

  /** @default - a PATH alone */
  readonly env?: Readonly<Record<string, string>>;
}

/** Files and a start. */
export interface Image {
  readonly layers: readonly Layer[];
  readonly start: Start;
}
