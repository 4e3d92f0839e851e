import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';

/** What Kubernetes allows as the name of a namespace or a Service. */
const dnsLabel = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

/** A mistake for a name that Kubernetes would refuse, or nothing. */
export function nameProblems(where: string, name: unknown, longest = 63): Mistake[] {
  if (typeof name !== 'string' || !dnsLabel.test(name)) {
    const must = "must begin with a letter and hold only lower-case letters, digits and '-'";
    return [mistake('malformed', where, `'${String(name)}' ${must}`)];
  }
  if (name.length > longest) {
    return [mistake('out-of-range', where, `'${name}' (${name.length} characters) must have at most ${longest}`)];
  }
  return [];
}

/** A mistake for each name that stands more than once in a list. */
export function duplicateProblems(where: string, names: readonly string[]): Mistake[] {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) (once.has(name) ? twice : once).add(name);
  return [...twice].map(name =>
    mistake('duplicate', where, `'${name}' is defined twice, each name must be there once`),
  );
}

/** Names in a sentence: `'a', 'b'`. */
export function quoted(names: readonly string[]): string {
  return names.map(name => `'${name}'`).join(', ');
}
