import { parser } from '@prometheus-io/lezer-promql';

/** What a query reads of one metric. */
export interface Selector {
  /** Name of the series; undefined where it selects by labels alone. */
  readonly metric: string | undefined;
  readonly matchers: readonly Matcher[];

  /** The function right around it. */
  readonly within: string | undefined;

  /** How far back it reads, such as `5m`; undefined for the latest value. */
  readonly range: string | undefined;
}

/** A condition on a label. */
export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** A query, taken apart as far as metrics and labels go. */
export interface ParsedQuery {
  readonly selectors: readonly Selector[];

  /** Labels that it groups or joins by. */
  readonly groupings: readonly string[];

  /** Texts that are no PromQL. */
  readonly errors: readonly string[];
}

/** Takes a PromQL expression apart. */
export function parseQuery(query: string): ParsedQuery {
  const selectors: Selector[] = [];
  const groupings: string[] = [];
  const errors: string[] = [];
  parser.parse(query).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.isError) errors.push(query.slice(from, to + 10).trim());
      if (type.name === 'VectorSelector') selectors.push(selectorOf(node, query));
      if (type.name === 'LabelName' && node.parent?.name === 'GroupingLabels') groupings.push(query.slice(from, to));
    },
  });
  return { selectors, groupings, errors };
}

/** A node of the syntax tree, as far as it is used here. */
type Node = ReturnType<typeof parser.parse>['topNode'];

function selectorOf(node: Node, query: string): Selector {
  const text = (found: Node | null): string | undefined => (found ? query.slice(found.from, found.to) : undefined);
  const matchers = (node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? []).map(matcher => ({
    label: text(matcher.getChild('LabelName'))!,
    operator: text(matcher.getChild('MatchOp')) as Matcher['operator'],
    value: unquoted(text(matcher.getChild('StringLiteral'))!),
  }));
  const named = matchers.find(({ label, operator }) => label === '__name__' && operator === '=');
  return {
    metric: text(node.getChild('Identifier')) ?? named?.value,
    matchers: matchers.filter(({ label }) => label !== '__name__'),
    within: functionAround(node, query),
    range: rangeAround(node, query),
  };
}

/** Ranges and offsets stand between a metric and the function that takes it. */
function functionAround(node: Node, query: string): string | undefined {
  let { parent } = node;
  while (parent && wrappings.includes(parent.name)) parent = parent.parent;
  const name = parent?.name === 'FunctionCall' ? parent.getChild('FunctionIdentifier') : null;
  return name ? query.slice(name.from, name.to) : undefined;
}

function rangeAround(node: Node, query: string): string | undefined {
  const duration = node.parent?.name === 'MatrixSelector' ? node.parent.getChild('DurationExpr') : null;
  return duration ? query.slice(duration.from, duration.to) : undefined;
}

const wrappings = ['MatrixSelector', 'OffsetExpr', 'FunctionCallBody', 'ParenExpr'];

function unquoted(literal: string): string {
  return literal.slice(1, -1).replaceAll('\\\\', '\\');
}
