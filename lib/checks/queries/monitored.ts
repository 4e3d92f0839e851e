import type { Contract } from '../../model/contract.ts';
import type { Unit } from '../../model/unit.ts';
import { configOf, servicesOf } from '../services.ts';
import type { World } from '../world.ts';

/** Texts of one form, by the name of their file. */
export type Texts = Readonly<Record<string, string>>;

/** What one environment's monitoring is told and tells, as rendered. */
export interface Monitored {
  /** Configurations of the servers, scrape files included. */
  readonly configs: Texts;
  readonly rules: Texts;
  readonly dashboards: Texts;
}

/** The files of a unit whose services promise to hold alerts, dashboards or scrape jobs. */
export function monitoredBy(unit: Unit, world: World): Monitored {
  const services = servicesOf(unit, world);
  const held = (form: string): Texts =>
    Object.assign(
      {},
      ...services.flatMap(([name, { contracts = [] }]) =>
        contracts.filter(contract => holds(contract, form)).map(({ files }) => configOf(unit, name, files)),
      ),
    ) as Texts;
  return {
    configs: held('prometheus-config'),
    rules: held('prometheus-rules'),
    dashboards: held('grafana-dashboards'),
  };
}

function holds(contract: Contract, form: string): contract is Extract<Contract, { readonly files: string }> {
  return 'files' in contract && contract.hold === form;
}
