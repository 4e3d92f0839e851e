/** Keys of an object's entries; undefined where they are not known from the manifests. */
export type Keys = ReadonlySet<string> | undefined;

/** An object with entries, and in the namespace of the object that it is made from: a ConfigMap, or a Secret. */
export interface Made {
  /** Group and kind as identities have them: `/ConfigMap`, `/Secret`. */
  readonly kind: string;
  readonly name: string;
  readonly keys: Keys;
}
