import type { Image } from './image.ts';
import type { Reference } from './reference.ts';

/** Makes images of one name. */
export interface Maker {
  /** Whether the real program runs in it, or what plays it. */
  readonly stands: 'real' | 'stand-in';

  /** Families of tools that it is made of. @default - none */
  readonly families?: readonly string[];

  /** Puts what else it is made of in its place. @throws ToolMissing where that cannot be had. @default - nothing */
  readonly installs?: (reference: Reference) => Promise<unknown>;

  /** Tag of an earlier version, which the case of a promotion starts from. @default - none */
  readonly earlier?: string;

  /** What a report says of it. */
  readonly note: (reference: Reference) => string | Promise<string>;
  readonly image: (reference: Reference, surroundings: ImageSurroundings) => Image | Promise<Image>;
}

/** What images are given beside their programs. */
export interface ImageSurroundings {
  /** Certificates that programs trust when they call out, in PEM form. */
  readonly authorities: string;
}
