import type { Mistake, MistakeCode } from '../mistake.ts';
import { shown } from './shown.ts';

/** Something wrong in a value, before it is said where the value is. */
export type Fault = Pick<Mistake, 'code' | 'message'>;

/** What a value must be like. Each form is said once, and used wherever such a value is written. */
export interface Form {
  /** How a sentence about a wrong value ends: `must be a port, …`. */
  readonly must: string;

  /** Whether it may be left out. @default false */
  readonly optional?: boolean;

  /** What is wrong with a value that is there. The field's name is empty for a row or a table as a whole. */
  check(value: unknown, field: string): readonly Fault[];
}

/** What is wrong with a value, or with its absence. */
export function faultsOf(form: Form, value: unknown, field: string): readonly Fault[] {
  if (value !== undefined) return form.check(value, field);
  if (form.optional) return [];
  return [{ code: 'missing', message: `${field ? `'${field}' is missing, it ` : 'is missing, it '}${form.must}` }];
}

/** The same as mistakes of a place. */
export function mistakesIn(where: string, form: Form, value: unknown, field = ''): Mistake[] {
  return faultsOf(form, value, field).map(fault => ({ ...fault, where }));
}

/** A form that may be left out. */
export function optional(form: Form): Form {
  return { ...form, optional: true };
}

/** A form that one sentence describes. @param judge the kind of what is wrong with a value, if anything is */
export function formOf(must: string, judge: (value: unknown) => MistakeCode | undefined): Form {
  return {
    must,
    check(value, field) {
      const code = judge(value);
      return code ? [wrong(code, value, field, must)] : [];
    },
  };
}

/** A fault of a value: `'field' (value) must be …`. */
export function wrong(code: MistakeCode, value: unknown, field: string, must: string): Fault {
  return { code, message: `${field ? `'${field}' (${shown(value)})` : shown(value)} ${must}` };
}

/** A text that passes a test. @param code what a text that does not pass is */
export function textForm(must: string, passes: (text: string) => boolean, code: MistakeCode = 'malformed'): Form {
  return formOf(must, value => {
    if (typeof value !== 'string') return 'wrong-type';
    return passes(value) ? undefined : code;
  });
}

/** A text that matches a pattern. */
export function pattern(must: string, expression: RegExp): Form {
  return textForm(must, text => expression.test(text));
}

/** A whole number within bounds. */
export function whole(least: number, most: number): Form {
  return formOf(`must be a whole number from ${least} to ${most}`, value => {
    if (typeof value !== 'number') return 'wrong-type';
    return Number.isInteger(value) && value >= least && value <= most ? undefined : 'out-of-range';
  });
}
