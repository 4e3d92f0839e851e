import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { holdsData } from '../../../lib/chart/kept-data.ts';
import { firstDifference } from '../../../lib/kustomize/equal.ts';
import { identityOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { repository, starter } from '../places.ts';
import { built } from '../platform/delivered.ts';
import { documents } from '../platform/documents.ts';
import { execute } from '../processes/execute.ts';
import { demandNone } from '../report/ledger.ts';
import { tool } from '../toolbox/build.ts';
import { writeNastyChart } from './nasty-chart.ts';
import type { Part } from './setting.ts';

/** Every component as a Helm chart, whose renderings are those of the overlays. */
export const chart: Part = {
  families: ['kustomize', 'helm'],
  run: async ({ ledger, folder, dist }) => {
    const book = ledger.part('chart');
    await book.tries('whatever a template could spoil comes out of Helm as it is', async () => {
      const place = join(folder, 'charts-of-nasty-values');
      const stands = writeNastyChart(place);
      const found: string[] = [];
      for (const { environment, manifests } of stands) {
        const text = await textBy(place, environment);
        found.push(...differences(documents(text), manifests));
        // A whole number with an exponent is the same number to this reader, and none that a field of Kubernetes takes.
        if (/^ +size: \d+e/m.test(text)) found.push(`${environment}: a number has an exponent`);
      }
      demandNone(found, 'differences');
      return [`${stands.length} environments of ${stands[0]!.manifests.length} objects`];
    });
    for (const [component, environments] of componentsIn(dist)) {
      const folderOfChart = join(folder, 'charts', component);
      await book.tries(`${component}: a chart is written, and Helm's own lint has nothing to say`, async () => {
        await execute(process.execPath, [starter, 'main.ts', 'chart', component, folderOfChart], { cwd: repository });
        for (const environment of environments) {
          const values = join(folderOfChart, `values-${environment}.yaml`);
          await execute(tool('helm'), ['lint', '--strict', '--quiet', folderOfChart, '--values', values]);
        }
        return [`values of ${environments.join(', ')}`];
      });
      for (const environment of environments) {
        const overlay = join(dist, 'overlays', environment, component);
        await book.tries(`${component}: with the values of ${environment} it is what the overlay is`, async () => {
          const rendered = await renderedBy(folderOfChart, environment);
          demandNone(differences(rendered, await built(overlay)), 'differences');
          return [`${rendered.length} objects`];
        });
        await book.tries(`${component}: what holds data in ${environment} is kept where that is wished`, async () => {
          const objects = await built(overlay);
          const place = '/metadata/annotations/helm.sh~1resource-policy';
          const wanted = objects.filter(holdsData).map(each => `${identityOf(each)}: differs at '${place}'`);
          const found = differences(await renderedBy(folderOfChart, environment, ['keepData=true']), objects);
          const others = [...new Set([...wanted, ...found])].filter(
            each => !wanted.includes(each) || !found.includes(each),
          );
          demandNone(others, 'other differences than the wish, or none');
          return found.length > 0 ? found : ['it holds none'];
        });
        await book.tries(
          `${component}: with another namespace than that of ${environment} every object differs`,
          async () => {
            const [wanted, wrong] = [
              await built(overlay),
              await renderedBy(folderOfChart, environment, ['namespace=elsewhere']),
            ];
            const unnoticed = wanted.length + wrong.length - differences(wrong, wanted).length;
            if (unnoticed !== 0) throw new Error(`${unnoticed} objects are found in both, none must be`);
            return [`${wrong.length} objects`];
          },
        );
      }
    }
  },
};

/** Components of the overlays, and the environments that have each. */
function componentsIn(dist: string): Map<string, string[]> {
  const components = new Map<string, string[]>();
  for (const environment of readdirSync(join(dist, 'overlays')).sort()) {
    for (const component of readdirSync(join(dist, 'overlays', environment)).sort()) {
      components.set(component, [...(components.get(component) ?? []), environment]);
    }
  }
  return components;
}

async function renderedBy(place: string, environment: string, set: readonly string[] = []): Promise<Manifest[]> {
  return documents(await textBy(place, environment, set));
}

function textBy(place: string, environment: string, set: readonly string[] = []): Promise<string> {
  const values = join(place, `values-${environment}.yaml`);
  const options = set.flatMap(each => ['--set', each]);
  return execute(tool('helm'), ['template', 'any', place, '--values', values, ...options]);
}

/** Objects of only one side, and the first place in which one differs, for all of both. */
function differences(rendered: readonly Manifest[], wanted: readonly Manifest[]): string[] {
  const [ours, theirs] = [rendered, wanted].map(all => new Map(all.map(each => [identityOf(each), each])));
  const identities = new Set([...ours!.keys(), ...theirs!.keys()]);
  const twice = rendered.length - ours!.size;
  return [
    ...(twice > 0 ? [`${twice} objects are rendered twice`] : []),
    ...[...identities].flatMap(identity => {
      const [one, other] = [ours!.get(identity), theirs!.get(identity)];
      if (!one || !other) return [`${identity}: is only in the ${one ? 'chart' : 'overlay'}`];
      const place = firstDifference(one, other);
      return place === undefined ? [] : [`${identity}: differs at '${place}'`];
    }),
  ];
}
