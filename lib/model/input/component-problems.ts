import { acceptableRules } from '../acceptance.ts';
import type { Acceptances } from '../acceptance.ts';
import type { Component, PerCluster, RequestQuota, Satellite } from '../component.ts';
import type { SingleTable } from '../component-table.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Offer, ScrapedMetrics, ServiceObject } from '../offer.ts';
import { podSecurityLevels } from '../pod-security.ts';
import type { Service, Variants } from '../service.ts';
import { choice, fields, isObject, list, map } from './collections.ts';
import type { FormsOf } from './collections.ts';
import { faultsOf, formOf, mistakesIn, optional, whole } from './form.ts';
import type { Form } from './form.ts';
import { forms } from './forms.ts';
import { metadataForm } from './metadata-form.ts';

const where = 'overlays/components.ts';

const aClass = formOf('must be a class of constructs', value =>
  typeof value === 'function' && typeof value.prototype === 'object' ? undefined : 'wrong-type',
);

const aFunction = formOf('must be a function', value => (typeof value === 'function' ? undefined : 'wrong-type'));

const offer = fields<Offer>({
  port: forms.number,
  targetPort: optional(forms.port),
  portName: optional(forms.text),
  scheme: optional(choice(['http', 'tcp'])),
  through: optional(
    fields<ServiceObject>({
      name: optional(forms.label),
      headless: optional(forms.flag),
      publishNotReadyAddresses: optional(forms.flag),
      ordinal: optional(whole(0, 999)),
    }),
  ),
  nodePort: optional(forms.number),
  metrics: optional(
    fields<ScrapedMetrics>({
      path: optional(forms.path),
      job: optional(forms.text),
      replicated: optional(forms.flag),
    }),
  ),
});

const service = withImageOrPods({
  construct: aClass,
  image: optional(forms.text),
  podsAreLabelled: optional(forms.flag),
  variants: optional(fields<Variants>({ by: forms.text, of: map(forms.object) })),
  pods: optional(map(forms.text)),
  offers: optional(map(offer)),
  emits: optional(forms.object),
  alerts: optional(map(forms.object)),
  symptoms: optional(forms.object),
  panels: optional(list(forms.object)),
  metadata: optional(metadataForm),
  contracts: optional(list(forms.object)),
});

const reasons = Object.fromEntries(acceptableRules.map(rule => [rule, optional(forms.reason)])) as FormsOf<Acceptances>;

const component = fields<Component>({
  namespace: optional(either(forms.label, map(forms.label))),
  namespaceLabels: optional(map(forms.labelValue, forms.labelKey)),
  namespaceAnnotations: optional(map(forms.text, forms.labelKey)),
  podSecurity: optional(choice(podSecurityLevels)),
  stateful: optional(forms.flag),
  wave: optional(whole(-1000, 1000)),
  services: map(service, forms.label),
  objects: optional(forms.sourceFolder),
  secrets: optional(map(list(forms.fileName, 1), forms.objectName)),
  accepts: optional(fields<Acceptances>(reasons)),
  alerts: optional(map(forms.object)),
  dashboard: optional(either(list(forms.object), forms.object)),
  alsoScrapes: optional(map(forms.object)),
  satellite: optional(fields<Satellite>({ cluster: forms.text, of: forms.text })),
  folder: optional(forms.text),
  quota: optional(fields<RequestQuota>({ cpu: forms.cpu, memory: forms.memory })),
  seriesLabel: optional(forms.text),
  table: optional(forms.text),
});

const perCluster = fields<PerCluster>({
  suffix: forms.label,
  of: forms.text,
  alerts: optional(map(forms.object)),
  on: aFunction,
});

/** Mistakes in the table of components, each row by itself. */
export function componentRowProblems(components: SingleTable): Mistake[] {
  if (!isObject(components)) return [mistake('wrong-type', where, 'must be a table of components')];
  return Object.entries(components).flatMap(([name, row]: [string, unknown]) => {
    if (isObject(row) && 'on' in row) return perClusterProblems(name, row);
    return mistakesIn(where, map(component, forms.label), { [name]: row });
  });
}

/** Mistakes in what every cluster needs, the component itself included, whichever cluster it is for. */
function perClusterProblems(name: string, row: Readonly<Record<string, unknown>>): Mistake[] {
  const mistakes = mistakesIn(where, perCluster, row, name);
  if (mistakes.length > 0) return mistakes;
  return mistakesIn(where, component, (row as unknown as PerCluster).on('cluster'), `${name}.on('cluster')`);
}

/** A service whose objects are kept as YAML says which pods are its own, any other the image that it runs. */
function withImageOrPods(rows: FormsOf<Service>): Form {
  const form = fields<Service>(rows);
  const complete = fields<Service>({ ...rows, image: forms.text });
  return { ...form, check: (value, field) => (isObject(value) && value.pods ? form : complete).check(value, field) };
}

/** A text of one form, or an object of such texts. */
function either(plain: Form, table: Form): Form {
  return { ...plain, check: (value, field) => faultsOf(isObject(value) ? table : plain, value, field) };
}
