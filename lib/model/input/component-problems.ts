import type { Component } from '../component.ts';
import type { Endpoint, ScrapedMetrics } from '../endpoint.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { choice, fields, map } from './collections.ts';
import { formOf, mistakesIn, optional, whole } from './form.ts';
import { forms } from './forms.ts';

const service = formOf('must be a class of constructs', value =>
  typeof value === 'function' && typeof value.prototype === 'object' ? undefined : 'wrong-type',
);

const component = fields<Component>({
  namespace: optional(forms.label),
  stateful: optional(forms.flag),
  wave: optional(whole(-1000, 1000)),
  services: map(service, forms.label),
});

/** Mistakes in the table of components. */
export function componentProblems(components: Platform['components']): Mistake[] {
  return mistakesIn('lib/components/index.ts', map(component, forms.label), components);
}

const endpoint = fields<Endpoint>({
  component: forms.text,
  service: forms.text,
  port: forms.number,
  portName: optional(forms.text),
  scheme: optional(choice(['http', 'tcp'])),
  nodePort: optional(forms.number),
  metrics: optional(
    fields<ScrapedMetrics>({ path: optional(forms.path), job: forms.text, replicated: optional(forms.flag) }),
  ),
});

/** Mistakes in the rows of endpoints, each by itself. */
export function endpointRowProblems(endpoints: Platform['endpoints']): Mistake[] {
  return mistakesIn('lib/components/endpoints.ts', map(endpoint), endpoints);
}
