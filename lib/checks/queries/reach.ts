import { parser } from '@prometheus-io/lezer-promql';
import { secondsIn } from './queries.ts';

/** How far back a query reads, in seconds: the longest way over ranges, offsets and subqueries to one of its metrics. */
export function reachOf(query: string): number {
  let longest = 0;
  parser.parse(query).iterate({
    enter: ({ type, node }) => {
      if (type.name === 'VectorSelector') longest = Math.max(longest, reachFrom(node, query));
    },
  });
  return longest;
}

/** A node of the syntax tree, as far as it is used here. */
type Node = ReturnType<typeof parser.parse>['topNode'];

const backwards = ['MatrixSelector', 'OffsetExpr', 'SubqueryExpr'];

function reachFrom(selector: Node, query: string): number {
  let seconds = 0;
  for (let { parent } = selector; parent; { parent } = parent) {
    // The second duration of a subquery is its step, and an offset below zero looks ahead.
    const duration = parent.getChild('DurationExpr') ?? parent.getChild('OffsetDurationExpr');
    if (!backwards.includes(parent.name) || !duration || duration.getChild('UnaryOp')) continue;
    seconds += secondsIn(query.slice(duration.from, duration.to));
  }
  return seconds;
}
