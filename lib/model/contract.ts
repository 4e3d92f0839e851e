/** Where a program is told something: in its arguments, or in one of its files (`<folder of the config>/<file>`). */
export type Told = { readonly arguments: RegExp } | { readonly file: string; readonly text: RegExp };

/**
 * A promise between a service and its program, judged on the rendered objects. The first group of the pattern is the
 * value; every match counts, and there must be one.
 */
export type Contract =
  /** The program listens on the port of an endpoint because it is told to. */
  | { readonly listens: string; readonly told: Told }
  /** The program listens on this port of its own accord. */
  | { readonly listens: string; readonly always: number }
  /** What is told is the address (`host:port`) of an endpoint, whose flow is declared. */
  | { readonly calls: string; readonly told: Told }
  /** All files of a config are of a form whose content other rules judge. */
  | { readonly files: string; readonly hold: 'prometheus-config' | 'prometheus-rules' | 'grafana-dashboards' };
