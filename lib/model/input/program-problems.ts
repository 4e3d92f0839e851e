import type { ChartProgram } from '../chart-programs.ts';
import { sizeFaults } from '../chart-sizes.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { chartPodsForms } from './chart-forms.ts';
import { choice, fields, isObject, list } from './collections.ts';
import { listed } from './did-you-mean.ts';
import { faultsOf, optional } from './form.ts';
import type { Form } from './form.ts';
import { forms } from './forms.ts';
import { labelsForm } from './label-forms.ts';

/** A word, or an object that says more. */
function wordOr(words: readonly string[], object: Form): Form {
  const word = choice(words);
  return {
    must: word.must,
    check: (value, field) => faultsOf(isObject(value) ? object : word, value, field),
  };
}

const outward = fields<{ internet: string; port: number }>({ internet: forms.text, port: forms.port });
const worksOn = fields<{ pods: object; port: number }>({ pods: labelsForm, port: forms.port });

/** A host of the internet, or pods that the program works on. */
const callForm: Form = {
  ...outward,
  check: (value, field) => faultsOf(isObject(value) && 'pods' in value ? worksOn : outward, value, field),
};

/** What a program of an operator's chart must be like. */
export const programForm = fields<ChartProgram>({
  ...chartPodsForms,
  labels: labelsForm,
  answers: optional(
    list(
      fields<NonNullable<ChartProgram['answers']>[number]>({
        port: forms.port,
        from: list(
          wordOr(['kubernetes-api', 'monitoring'], fields<{ program: string }>({ program: forms.objectName })),
          1,
        ),
      }),
    ),
  ),
  emits: optional(forms.object),
  calls: optional(list(wordOr(['kubernetes-api', 'kubelets', 'other-clusters', 'repositories', 'ingress'], callForm))),
});

/** What the programs of a chart say of each other, and of themselves. @param place where their row is */
export function programProblems(place: string, programs: readonly ChartProgram[]): Mistake[] {
  const names = programs.map(({ name }) => name);
  return programs.flatMap((program, index) => {
    const callers = (program.answers ?? []).flatMap(({ from }) =>
      from.flatMap(caller => (typeof caller === 'object' ? [caller.program] : [])),
    );
    return [
      ...sizeFaults(program).map(fault => mistake('conflict', place, `'programs[${index}]': ${fault}`)),
      ...(Object.keys(program.labels).length === 0
        ? [
            mistake(
              'missing',
              place,
              `'programs[${index}].labels' is empty, it must find the pods of '${program.name}'`,
            ),
          ]
        : []),
      ...callers
        .filter(caller => !names.includes(caller))
        .map(caller =>
          mistake(
            'unknown-name',
            place,
            `'programs[${index}].answers': program '${caller}' must be one of the chart: ${listed(names, caller)}`,
          ),
        ),
    ];
  });
}
