/** Parts of an image reference. */
export interface Reference {
  /** With its registry, without its tag. */
  readonly name: string;
  readonly tag: string;
}

/**
 * Parts of a reference in full, as manifests of this platform have them.
 *
 * @throws Error for one with a digest: no image made here has the bytes that it stands for
 */
export function partsOf(reference: string): Reference {
  if (reference.includes('@')) {
    throw new Error(`${reference}: has a digest, must have a tag alone: what is made here has other bytes`);
  }
  const [, name, tag] = /^([^:]+(?::\d+\/[^:]+)?):([\w.-]+)$/.exec(reference) ?? [];
  if (name === undefined || tag === undefined) throw new Error(`${reference}: has no tag, must have one`);
  return { name, tag };
}
