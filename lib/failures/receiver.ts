import { parse } from 'yaml';
import type { Manifest } from '../model/manifest.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { at, listAt, textAt } from '../yaml/json-path.ts';

/** Labels of an alert, its name and its severity among them. */
export type AlertLabels = Readonly<Record<string, string>>;

/**
 * The receiver that a configuration of Alertmanager sends an alert to: that of the first route that fits, as far down as
 * routes fit. https://prometheus.io/docs/alerting/latest/configuration/#route
 */
export function receiverOf(config: Json, labels: AlertLabels): string {
  let route = at(config, 'route');
  let receiver = textAt(route, 'receiver')!;
  for (;;) {
    route = listAt(route, 'routes').find(each => listAt(each, 'matchers').every(text => fits(String(text), labels)));
    if (route === undefined) return receiver;
    receiver = textAt(route, 'receiver') ?? receiver;
  }
}

/** Whether an alert leaves Alertmanager: a receiver may have nobody behind it. */
export function tellsSomebody(config: Json, labels: AlertLabels): boolean {
  const name = receiverOf(config, labels);
  const receiver = listAt(config, 'receivers').find(each => textAt(each, 'name') === name);
  return receiver !== undefined && Object.keys(receiver as JsonMap).some(key => key.endsWith('_configs'));
}

/** Configurations of Alertmanager; a scrape job may have a file of the same name. */
export function routesIn({ kind, data }: Manifest): Json[] {
  const text = kind === 'ConfigMap' ? textAt(data, 'alertmanager.yml') : undefined;
  const config = text === undefined ? undefined : (parse(text) as Json);
  return at(config, 'route') === undefined ? [] : [config!];
}

function fits(matcher: string, labels: AlertLabels): boolean {
  const [, label, operator, value] = /^(\w+)\s*(=~|!~|!=|=)\s*"(.*)"$/.exec(matcher)!;
  const actual = labels[label!] ?? '';
  const equal = operator!.endsWith('~') ? new RegExp(`^(?:${value})$`).test(actual) : actual === value;
  return operator!.startsWith('!') ? !equal : equal;
}
