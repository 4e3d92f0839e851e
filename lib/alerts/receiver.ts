import type { Json } from '../yaml/json.ts';
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

function fits(matcher: string, labels: AlertLabels): boolean {
  const [, label, operator, value] = /^(\w+)\s*(=~|!~|!=|=)\s*"(.*)"$/.exec(matcher)!;
  const actual = labels[label!] ?? '';
  const equal = operator!.endsWith('~') ? new RegExp(`^(?:${value})$`).test(actual) : actual === value;
  return operator!.startsWith('!') ? !equal : equal;
}
