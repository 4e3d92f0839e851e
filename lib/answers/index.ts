import { asksOf } from '../model/ask.ts';
import type { AskKind } from '../model/ask.ts';
import { InputError } from '../model/input-error.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Rendered } from '../synth/rendered.ts';
import type { Answer, Recipient } from './answer.ts';
import { apiRoles } from './api-roles.ts';
import { clusterObjects } from './cluster-objects.ts';
import { nodePorts } from './node-ports.ts';
import { policies } from './policies.ts';
import { secrets } from './secrets.ts';

/** An answer to asks of any kind. */
export type AnyAnswer = { [Kind in AskKind]: Answer<Kind> }[AskKind];

/** WHERE A NEW ANSWER GOES: a file beside this one, and a word here. */
export const answers: readonly AnyAnswer[] = [nodePorts, policies, apiRoles, secrets, clusterObjects];

/** The objects that answer what was asked, by the component that they concern. */
export type Answered = ReadonlyMap<string, Readonly<Partial<Record<Recipient, readonly Manifest[]>>>>;

/**
 * Turns everything that the services of one environment asked for into objects.
 *
 * @param table what becomes of each kind of ask
 * @throws InputError with all that cannot be answered
 */
export function answered(
  { surroundings, asked }: Pick<Rendered, 'surroundings' | 'asked'>,
  table: readonly AnyAnswer[] = answers,
): Answered {
  const result = new Map<string, Partial<Record<Recipient, Manifest[]>>>();
  const mistakes: Mistake[] = [];

  const answer = <Kind extends AskKind>({ to, recipient, concerns, objects }: Answer<Kind>): void => {
    const byComponent = groupBy(asksOf(asked, to), each => concerns?.(each, surroundings) ?? [each.by.component]);
    for (const [component, concerning] of byComponent) {
      const own = result.get(component) ?? {};
      result.set(component, own);
      try {
        (own[recipient] ??= []).push(...objects(component, concerning, surroundings));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        mistakes.push(...error.mistakes);
      }
    }
  };
  for (const each of table) answer(each as Answer);

  if (mistakes.length > 0) throw new InputError(mistakes);
  return result;
}

/** Things under each of their keys. */
function groupBy<Thing>(things: readonly Thing[], keysOf: (thing: Thing) => readonly string[]): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    for (const key of new Set(keysOf(thing))) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  }
  return groups;
}
