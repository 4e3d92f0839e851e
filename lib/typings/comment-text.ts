import type { Json } from '../yaml/json.ts';
import { listAt, textAt } from '../yaml/json-path.ts';

const longest = 160;

/** What a schema says in words: the first sentence about it, and the rules that only API servers judge. */
export function commentText(schema: Json | undefined, indent: string): string {
  const about = firstSentence(textAt(schema, 'description') ?? '');
  const rules = listAt(schema, 'x-kubernetes-validations').map(rule =>
    plain(textAt(rule, 'message') ?? textAt(rule, 'rule') ?? ''),
  );
  const lines = [...(about === '' ? [] : [about]), ...rules.map(rule => `Judged by API servers alone: ${rule}`)];
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]!} */\n`;
  return `${indent}/**\n${lines.map(line => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}

function firstSentence(text: string): string {
  const [paragraph = ''] = text.trim().split(/\n\s*\n/);
  const [sentence] = plain(paragraph).split(/(?<=[^.]{3}\.) /);
  return sentence!.length > longest ? `${sentence!.slice(0, longest - 1)}…` : sentence!;
}

/** On one line, and without what would end the comment, or what no reader sees. */
function plain(text: string): string {
  return text
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .replaceAll('*/', '* /')
    .trim();
}
