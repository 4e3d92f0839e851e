/** An image as a file that a node can take in. */
export interface Archive {
  readonly reference: string;
  readonly file: string;
  readonly stands: 'real' | 'stand-in';
  readonly note: string;
}
