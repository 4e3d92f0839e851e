// cdk8s' own synthesis of prod alone: one chart for each component, of the very constructs that `synth` renders.
import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ComponentChart } from '../../lib/constructs/component-chart.ts';
import type { Environment } from '../../lib/model/environment.ts';
import { Surroundings } from '../../lib/model/surroundings.ts';
import { syntheticPlatform } from '../synthetic-platform.ts';
import { outcomeOf } from './outcome.ts';

/** A `ComponentChart` in an app that holds many, which the program's own are never. */
class SharedAppChart extends Chart implements Omit<ComponentChart, keyof Chart | 'namespaceName'> {
  readonly component: string;
  readonly surroundings: Surroundings;
  readonly asked = [];
  readonly withPods = new Set<string>();
  readonly containers = new Set<string>();
  readonly mistakes = [];

  constructor(scope: Construct, component: string, surroundings: Surroundings) {
    super(scope, component, { disableResourceNameHashes: true });
    this.component = component;
    this.surroundings = surroundings;
  }

  leaveOutOfBase(): void {} // nothing here is a base

  isRendered(): boolean {
    return true;
  }
}

const [objects, folder] = process.argv.slice(2);
const platform = syntheticPlatform(Number(objects));
const prod: Environment = platform.environments.find(({ name }) => name === 'prod')!;

await outcomeOf(() => {
  const app = new App({ outdir: `${folder}/cdk8s` });
  const surroundings = new Surroundings(platform, prod);
  for (const [component, { services }] of Object.entries(platform.components)) {
    const chart = new SharedAppChart(app, component, surroundings);
    const settings = prod.settings[component] as Readonly<Record<string, never>>;
    for (const [service, { construct: ServiceClass }] of Object.entries(services)) {
      new ServiceClass(chart, service, settings[service]);
    }
  }
  app.synth();
  return Number(objects);
});
