import { Document, Pair, Scalar, YAMLMap, YAMLSeq, type Node, type ScalarTag } from 'yaml';
import { alphabet, leadingKeysInList, leadingKeysUnder, objectKeys, orderedKeys } from '../../lib/yaml/key-order.ts';
import type { LeadingKeys } from '../../lib/yaml/key-order.ts';
import { isMap } from '../../lib/yaml/json.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { escapeUnseen, numberText, styleOf } from '../../lib/yaml/yaml-scalar.ts';

/**
 * What `yamlText` must write, written by the `yaml` package alone: every map, list, pair and scalar is a node of the
 * package. Ten times slower, and nothing of it is laid out by hand.
 */
export function packageText(value: Json): string {
  const text = documentText(value, { keepsBlankEnds: true });
  return text.endsWith('\n\n') ? documentText(value, { keepsBlankEnds: false }) : text;
}

interface Options {
  readonly keepsBlankEnds: boolean;
}

const numberTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: value => typeof value === 'number',
  resolve: text => text,
  stringify: ({ value }) => numberText(value as number),
};

function documentText(value: Json, options: Options): string {
  const document = new Document(null, { schema: 'failsafe', customTags: [numberTag, 'bool', 'null'] });
  document.contents = typeof value === 'string' ? lineNode(value) : node(value, objectKeys, alphabet, options);
  return escapeUnseen(document.toString({ lineWidth: 0, doubleQuotedAsJSON: true }));
}

function node(value: Json, leading: LeadingKeys, leadingInItems: LeadingKeys, options: Options): Node {
  if (typeof value === 'string') return textNode(value, options);
  if (isMap(value)) return mapNode(value, leading, options);
  if (!Array.isArray(value)) return new Scalar(value);
  const list = new YAMLSeq<Node>();
  list.items = value.map(item => node(item, leadingInItems, alphabet, options));
  return list;
}

function mapNode(value: JsonMap, leading: LeadingKeys, options: Options): Node {
  const map = new YAMLMap<Node, Node>();
  map.items = orderedKeys(value, leading).map(key => {
    return new Pair(lineNode(key), node(value[key]!, leadingKeysUnder(key), leadingKeysInList(key), options));
  });
  return map;
}

function textNode(text: string, { keepsBlankEnds }: Options): Node {
  if (styleOf(text) !== 'block' || (text.endsWith('\n\n') && !keepsBlankEnds)) return lineNode(text);
  return scalar(text, Scalar.BLOCK_LITERAL);
}

function lineNode(text: string): Scalar {
  return scalar(text, styleOf(text) === 'plain' ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE);
}

function scalar(text: string, type: Scalar.Type): Scalar {
  const node = new Scalar(text);
  node.type = type;
  return node;
}
