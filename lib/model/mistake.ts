/**
 * What kinds of mistakes there are, and what each means. The codes are stable: programs read them in what `--json`
 * prints.
 */
export const mistakeCodes = {
  'unknown-name': 'A name that nobody has: of a component, a service, an endpoint, a cluster, an operator, a metric.',
  'unknown-key': 'A key that its table does not have, or that nothing reads: a misspelt setting, say.',
  'missing': 'Something that must be there is not.',
  'duplicate': 'One name, host or number of two things that must differ.',
  'wrong-type': 'A value of another type than its field has, such as a number in place of a text.',
  'malformed': 'A text that does not have the form that its field asks for.',
  'out-of-range': 'A number or an amount that is too small or too large, whatever else is said.',
  'not-pinned': 'An image or a chart whose version may mean something else tomorrow.',
  'conflict': 'Two values, each of them right, that do not go together.',
  'too-large': 'More than the nodes of the cluster can ever give.',
  'reserved': 'A name or a namespace that belongs to somebody else.',
  'not-served-here': 'Something that the cluster lacks: an ingress controller, an operator.',
  'refused': 'What a construct refuses in words of its own.',
  'uncarried-value': 'A value that no file or patch carries unchanged.',
  'dropped-object': 'An object of the base that an environment would lose.',
  'left-behind': 'Something that is delivered, and that nothing would take away once it is gone from git.',
  'unchangeable': 'A change of something that a cluster never changes while it is there.',
} as const;

/** What kind a mistake is. */
export type MistakeCode = keyof typeof mistakeCodes;

/** Something wrong in what people wrote. */
export interface Mistake {
  readonly code: MistakeCode;

  /** File and row, such as `argocd/clusters.ts: 'edge'`; environment, component and service where settings are. */
  readonly where: string;

  /** What is wrong there, with its value, and what must hold. */
  readonly message: string;
}

/** Puts a mistake together. */
export function mistake(code: MistakeCode, where: string, message: string): Mistake {
  return { code, where, message };
}

/** The whole sentence: `where: what is wrong, what must hold`. */
export function sentenceOf({ where, message }: Mistake): string {
  return `${where}: ${message}`;
}
