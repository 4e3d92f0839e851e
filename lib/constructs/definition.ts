import type { IConstruct } from 'constructs';
import { listed } from '../model/input/did-you-mean.ts';
import type { Manifest } from '../model/manifest.ts';
import { ComponentChart, serviceNameOf } from './component-chart.ts';

/**
 * The definition of a kind, as a file in `imports/` has it, for a service that brings its operator along: asked for with
 * `clusterObject()`, every cluster that runs the service gets it. What only API servers write into it is left out.
 *
 * @param name `sparkapplications.sparkoperator.k8s.io`
 * @throws Error where no file has it
 */
export function definitionOf(scope: IConstruct, name: string): Manifest {
  const { definitions } = ComponentChart.of(scope).surroundings.platform;
  const found = definitions.find(({ manifest }) => manifest.metadata.name === name);
  if (!found) {
    const known = definitions.map(({ manifest }) => manifest.metadata.name);
    const must = known.length > 0 ? listed(known, name) : 'there is none';
    throw new Error(`${serviceNameOf(scope)}: '${name}' must be a definition of a file in imports/: ${must}`);
  }
  const { status: _status, metadata, ...rest } = found.manifest;
  const { creationTimestamp: _time, ...ours } = metadata;
  return { ...rest, metadata: ours } as Manifest;
}
