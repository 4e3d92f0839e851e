import type { Environment } from '../model/environment.ts';
import type { Flow } from '../model/flow.ts';
import type { Platform } from '../model/platform.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { folderFiles } from '../kustomize/kustomize-folder.ts';
import type { Manifest } from '../model/manifest.ts';
import { inNamespace } from '../kustomize/namespaced.ts';
import { exposedEndpoints, nodePortService } from '../answers/node-ports.ts';
import { overlayOf } from './overlay.ts';
import { policiesOf } from '../answers/policies.ts';
import type { Rendering } from './render.ts';
import { renderings } from './renderings.ts';
import type { Rendered } from './renderings.ts';
import type { Unit } from '../model/unit.ts';

/** Everything that components deliver, before the clusters' own things and Argo CD's. */
export interface Delivery {
  readonly environments: readonly EnvironmentDelivery[];

  /** The folders of the base, which nothing is delivered from. */
  readonly bases: readonly Base[];

  /** The units of all environments. */
  readonly units: readonly Unit[];
}

/** The rendering of one component without settings. */
export type Base = Pick<Unit, 'path' | 'component' | 'manifests' | 'files'>;

/** What one environment delivers. */
export interface EnvironmentDelivery {
  readonly environment: Environment;
  readonly surroundings: Surroundings;
  readonly flows: readonly Flow[];
  readonly placed: readonly Placed[];
}

/** A component in an environment: what its services asked for, and what is delivered. */
export interface Placed {
  readonly rendering: Rendering;
  readonly unit: Unit;
}

/**
 * The heart of the program: renders the base and every environment in full, and derives the overlays.
 *
 * @throws InputError with what constructs refuse; Error where an overlay cannot be proved
 */
export function deliver(platform: Platform): Delivery {
  const components = Object.keys(platform.components).sort();
  const [base, ...others] = renderings(platform, components);
  const bases = components.map(name => baseOf(name, base!.renderings.get(name)!.manifests));
  const environments = others.map(rendered => deliveryOf(rendered, components, base!.renderings));
  return { environments, bases, units: environments.flatMap(({ placed }) => placed.map(({ unit }) => unit)) };
}

function baseOf(component: string, manifests: readonly Manifest[]): Base {
  const path = `base/${component}`;
  return { path, component, manifests, files: folderFiles(path, manifests, `lib/components/${component}/`) };
}

function deliveryOf(
  { surroundings, renderings }: Rendered,
  components: readonly string[],
  base: ReadonlyMap<string, Rendering>,
): EnvironmentDelivery {
  const flows = [
    ...surroundings.platform.site.exposed.map((endpoint): Flow => ({ from: 'tailnet', to: { endpoint } })),
    ...components.flatMap(name => renderings.get(name)!.flows),
  ];
  const concerned = flowsByComponent(flows, surroundings);
  const placed = components.map((name): Placed => {
    const rendering = renderings.get(name)!;
    const additions = networkObjects(name, concerned.get(name) ?? [], surroundings);
    return { rendering, unit: unitOf(rendering, additions, base.get(name)!.manifests, surroundings) };
  });
  return { environment: surroundings.environment!, surroundings, flows, placed };
}

/** Each flow under the component that starts it and the one that answers. */
function flowsByComponent(flows: readonly Flow[], surroundings: Surroundings): Map<string, Flow[]> {
  const result = new Map<string, Flow[]>();
  for (const flow of flows) {
    const { from, to } = flow;
    const sides = new Set<string>();
    if (typeof from === 'object') sides.add(from.component);
    if (typeof to === 'object' && 'endpoint' in to) sides.add(surroundings.endpoint(to.endpoint).component);
    for (const component of sides) {
      const known = result.get(component);
      if (known) known.push(flow);
      else result.set(component, [flow]);
    }
  }
  return result;
}

/** Facts of the environment, not of the component: who may call, and through which node port. */
function networkObjects(component: string, flows: readonly Flow[], surroundings: Surroundings): Manifest[] {
  const exposed = exposedEndpoints(flows, surroundings).filter(
    name => surroundings.endpoint(name).component === component,
  );
  return [...exposed.map(name => nodePortService(name, surroundings)), ...policiesOf(component, flows, surroundings)];
}

function unitOf(
  { component, namespace, manifests }: Rendering,
  additions: readonly Manifest[],
  base: readonly Manifest[],
  surroundings: Surroundings,
): Unit {
  const environment = surroundings.environment!.name;
  const { stateful = false, wave = 20 } = surroundings.platform.components[component]!;
  const path = `overlays/${environment}/${component}`;
  const target = [...manifests, ...additions];
  const { files, patches } = overlayOf({ path, component, environment, namespace, base, target });
  return {
    path,
    cluster: surroundings.clusterOf(component).name,
    component,
    environment,
    namespace,
    stateful,
    wave,
    manifests: inNamespace(target, namespace),
    sources: [`base/${component}`, path],
    files,
    patches,
  };
}
