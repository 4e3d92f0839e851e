import type { HttpWorkloadProps } from '../../../lib/constructs/http-workload.ts';
import type { NodePool } from '../../../lib/model/cluster.ts';
import type { Json } from '../../../lib/yaml/json.ts';

/** Nodes, what runs on them, and a rollout that is known to stand still there. */
export interface RolloutCase {
  readonly title: string;

  /** Its nodes; no other case's pods run on them. */
  readonly nodes: readonly Omit<NodePool, 'name' | 'labels'>[];

  /** The service that is rolled out. What is not said is small. */
  readonly service: Partial<HttpWorkloadProps>;

  /** A service that fills what it leaves of the nodes. @default - it is alone */
  readonly beside?: Partial<HttpWorkloadProps>;

  /** The strategy with which it stands still. @default - one more at first, none fewer */
  readonly strategy?: Json;

  /** Whether the strategy that its construct chose ends. @default true: a construct knows its own pods */
  readonly ownEnds?: boolean;
}
