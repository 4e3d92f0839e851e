import type { Construct } from 'constructs';
import { localNameOf } from '../model/endpoint.ts';
import { quoted } from '../model/input/names.ts';
import { shown } from '../model/input/shown.ts';
import { offersOf, serviceNameOf } from './component-chart.ts';
import { probesOf } from './no-probes.ts';
import type { PodProps } from './pod-props.ts';
import { asksByPort } from './probe.ts';
import type { Probe } from './probe.ts';
import { refuse } from './refuse.ts';

/**
 * Refuses what takes an endpoint of a workload that offers none, and probes of a port where no container has one.
 *
 * @param instead the shape that has ports
 */
export function checkPortless(scope: Construct, props: Pick<PodProps, 'probes' | 'ports'>, instead: string): void {
  const offers = offersOf(scope);
  if (offers.length > 0) {
    const names = quoted(offers.map(localNameOf));
    throw new Error(
      `${serviceNameOf(scope)}: 'offers' (${names}) takes a port, so the service must be made of an ${instead}`,
    );
  }
  if (Object.keys(props.ports ?? {}).length > 0) return;
  const probes = probesOf(props) ?? {};
  for (const [name, probe] of Object.entries(probes) as [string, Probe | undefined][]) {
    if (probe === undefined || !asksByPort(probe)) continue;
    refuse(
      scope,
      'conflict',
      `'probes.${name}.check' (${shown(probe.check)}) must be a command, because there is no port`,
    );
  }
}
