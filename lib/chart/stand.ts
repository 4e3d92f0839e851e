import type { Manifest } from '../model/manifest.ts';
import type { Json } from '../yaml/json.ts';

/** A component as one environment has it. */
export interface Stand {
  readonly environment: string;
  readonly manifests: readonly Manifest[];

  /** Namespaces of all components of the environment, its own among them. */
  readonly namespaces: ReadonlyMap<string, string>;
}

/** One place of an object in each environment that has it: the value, by the number of the environment. */
export type Variants = ReadonlyMap<number, Json>;

/** A part of each variant that has it. */
export function someOf<T extends Json>(
  variants: ReadonlyMap<number, T>,
  part: (value: T) => Json | undefined,
): ReadonlyMap<number, Json> {
  return new Map(
    [...variants].flatMap(([environment, value]): [number, Json][] => {
      const found = part(value);
      return found === undefined ? [] : [[environment, found]];
    }),
  );
}
