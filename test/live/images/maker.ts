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

  /**
   * Tags of two versions for the case of a promotion: the later one does not start on what the earlier one has written,
   * unless that is changed first. @default - none
   */
  readonly promoted?: readonly [earlier: string, later: string];

  /** What a report says of it. */
  readonly note: (reference: Reference) => string | Promise<string>;
  readonly image: (reference: Reference, surroundings: ImageSurroundings) => Image | Promise<Image>;
}

/** What images are given beside their programs. */
export interface ImageSurroundings {
  /** Certificates that programs trust when they call out, in PEM form. */
  readonly authorities: string;
}
