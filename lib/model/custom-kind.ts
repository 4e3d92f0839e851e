import type { Manifest } from './manifest.ts';

/**
 * What a definition cannot say of its kind: a row of `imports/kinds.ts`. Each field may be left out; then the kind has
 * none of it. Its functions are called with objects that may be wrong in any way, for rules judge those, too.
 */
export interface CustomKind {
  /** API group: `sparkoperator.k8s.io` */
  readonly group: string;
  readonly kind: string;

  /** Whether data goes when an object goes, so that Argo CD must not delete it by itself. @default false */
  readonly holdsData?: boolean;

  /**
   * How Argo CD knows that an object is well, which the next wave waits for: by a check of its own (`built-in`), or by a
   * script in Lua that reads `obj` and returns a table with `status` and `message`.
   *
   * @default - an object is well as soon as it exists
   */
  readonly health?: 'built-in' | { readonly lua: string };

  /**
   * The pods that its operator makes of an object, each sort of them once. Quotas make room for them, policies are
   * judged with them, and their images and amounts are judged like any other. @default - it makes none
   */
  pods?(manifest: Manifest): readonly OperatorPods[];

  /** Objects beside it that it names, each of which must be delivered too. @default - it names none */
  names?(manifest: Manifest): readonly NamedObject[];
}

/** Pods that an operator makes, all of them alike. */
export interface OperatorPods {
  /** What messages call them: `driver`. @default - the object makes no others, so its own name will do */
  readonly title?: string;

  /**
   * How many a quota counts at the same time at most: those too many during a rollout, and those that are ending or have
   * just ended, because a quota counts a pod until some time after it is gone.
   */
  readonly most: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly OperatorContainer[];

  /** Sizes of the claims that are made for each pod: `10Gi`. @default - none */
  readonly claims?: readonly string[];
}

/** As much of a container as the object decides. */
export interface OperatorContainer {
  readonly name: string;

  /** @default - the operator's own */
  readonly image?: string;

  /** Ports that it opens for TCP, by their names. @default - none */
  readonly ports?: Readonly<Record<string, number>>;

  /** @default - it states none, which is a finding */
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string>>;
    readonly limits?: Readonly<Record<string, string>>;
  };
}

/** An object of the same namespace. */
export interface NamedObject {
  /** Group and kind: `/Secret`, `/ConfigMap`, `sparkoperator.k8s.io/SparkApplication`. */
  readonly kind: string;
  readonly name: string;

  /** An entry of it. @default - the object as a whole */
  readonly key?: string;
}
