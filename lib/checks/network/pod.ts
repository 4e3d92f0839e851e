import type { NamedPort } from './ports.ts';
import type { Labels } from './selector.ts';

/** Pods that are all alike, as policies see them: those of one workload, or some that stand for many. */
export interface Pod {
  /** What messages call it: `Deployment mlflow of namespace 'mlflow-prod'`. */
  readonly title: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly ports: readonly NamedPort[];

  /** How many of them there are, where a controller gives each a number. @default - they have none */
  readonly numbered?: number;

  /** Whether it may have whatever labels a selector asks for, because somebody else decides. @default false */
  readonly anyLabels?: boolean;
}

/** A namespace as policies see it. */
export interface Namespace {
  readonly name: string;
  readonly labels: Labels;
}
