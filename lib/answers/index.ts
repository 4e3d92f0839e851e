import { asksOf } from '../model/ask.ts';
import type { Asked, AskKind } from '../model/ask.ts';
import { gather } from '../model/gather.ts';
import { append } from '../model/grouped.ts';
import { InputError } from '../model/input-error.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Rendered } from '../synth/rendered.ts';
import type { Answer, Recipient } from './answer.ts';
import { apiRoles } from './api-roles.ts';
import { clusterObjects } from './cluster-objects.ts';
import { monitors } from './monitors.ts';
import { nodePorts } from './node-ports.ts';
import { ownRoles } from './own-roles.ts';
import { policies } from './policies.ts';
import { registries } from './registries.ts';
import { prometheusRules } from './prometheus-rules.ts';
import { secrets } from './secrets.ts';

/** An answer to asks of any kind. */
export type AnyAnswer = { [Kind in AskKind]: Answer<Kind> }[AskKind];

/** WHERE A NEW ANSWER GOES: a file beside this one, and a word here. */
export const answers: readonly AnyAnswer[] = [
  nodePorts,
  policies,
  apiRoles,
  ownRoles,
  secrets,
  registries,
  clusterObjects,
  monitors,
  prometheusRules,
];

/** The objects that answer what was asked, by the component that they concern. */
export type Answered = ReadonlyMap<string, Readonly<Partial<Record<Recipient, readonly Manifest[]>>>>;

/** The same for every environment, by where it is. */
export type AnsweredEverywhere = ReadonlyMap<Surroundings, Answered>;

/**
 * The answers of every environment.
 *
 * @param table what becomes of each kind of ask
 * @throws InputError with all that cannot be answered, wherever it is
 */
export function answeredIn(
  environments: readonly Rendered[],
  table: readonly AnyAnswer[] = answers,
): AnsweredEverywhere {
  const mistakes: Mistake[] = [];
  const result = new Map<Surroundings, Answered>();
  for (const rendered of environments) {
    const given = gather(mistakes, () => answered(rendered, table));
    if (given) result.set(rendered.surroundings, given);
  }
  if (mistakes.length > 0) throw new InputError(mistakes);
  return result;
}

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
    const byComponent = new Map<string, Asked<Kind>[]>();
    for (const each of asksOf(asked, to)) {
      const concerned = new Set(concerns?.(each, surroundings) ?? [each.by.component]);
      for (const component of concerned) append(byComponent, component, each);
    }
    for (const [component, concerning] of byComponent) {
      const own = result.get(component) ?? {};
      result.set(component, own);
      gather(mistakes, () => (own[recipient] ??= []).push(...objects(component, concerning, surroundings)));
    }
  };
  for (const each of table) answer(each as Answer);

  if (mistakes.length > 0) throw new InputError(mistakes);
  return result;
}
