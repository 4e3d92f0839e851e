import { join, relative } from 'node:path';
import { readJson } from '../disk/index.ts';
import { listed } from '../model/input/did-you-mean.ts';
import { shown } from '../model/input/shown.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import { Surroundings } from '../model/surroundings.ts';
import type { Synthesis } from '../synthesis.ts';
import { textAt } from '../yaml/json-path.ts';
import type { Json } from '../yaml/json.ts';
import { chartFiles } from './chart.ts';
import type { Stand } from './stand.ts';

/** Names of the components that a chart can be made of, sorted. */
export function chartable({ units }: Pick<Synthesis, 'units'>): string[] {
  return [...new Set(units.filter(({ owner }) => owner === 'component').map(({ component }) => component))].sort();
}

/**
 * The files of the chart of a component.
 *
 * @param version of the chart
 * @throws InputError for a component that nothing is delivered of
 */
export function chartOf(
  component: string,
  version: string,
  synthesis: Pick<Synthesis, 'units' | 'platform'>,
): Map<string, string> {
  const known = chartable(synthesis);
  if (!known.includes(component)) {
    throw new InputError([
      mistake(
        'unknown-name',
        'chart',
        `'${component}' is not delivered, it must be one of ${listed(known, component)}`,
      ),
    ]);
  }
  return chartFiles({ component, version, stands: standsOf(component, synthesis) });
}

/** The component in each environment that has it, in the order of their table. */
export function standsOf(component: string, { units, platform }: Pick<Synthesis, 'units' | 'platform'>): Stand[] {
  return platform.environments.flatMap((environment): Stand[] => {
    const unit = units.find(
      each => each.owner === 'component' && each.component === component && each.environment === environment.name,
    );
    if (!unit) return [];
    const here = new Surroundings(platform, environment);
    const namespaces = new Map(here.components.map(name => [name, here.namespaceOf(name)]));
    return [{ environment: environment.name, manifests: unit.manifests, namespaces }];
  });
}

// As https://semver.org has it, but for what is seldom said behind a `+`.
const semanticVersion = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** Version of the repository, which its charts have. @throws InputError where its `package.json` says none */
export function versionAt(root: string): string {
  const version = textAt(readJson(relative('', join(root, 'package.json'))) as Json, 'version');
  if (version !== undefined && semanticVersion.test(version)) return version;
  throw new InputError([
    mistake('malformed', "package.json: 'version'", `${shown(version)} must be a version such as '1.2.3'`),
  ]);
}
