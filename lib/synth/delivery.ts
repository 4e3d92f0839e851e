import { folderFiles } from '../kustomize/kustomize-folder.ts';
import { inNamespace } from '../kustomize/namespaced.ts';
import { asksOf } from '../model/ask.ts';
import type { Environment } from '../model/environment.ts';
import type { Flow } from '../model/flow.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { waves } from '../model/sync.ts';
import type { Draft, Unit } from '../model/unit.ts';
import { labelledAnswer } from './labelled.ts';
import { overlayOf } from './overlay.ts';
import type { Rendering } from './render.ts';
import type { Rendered, Renderings } from './rendered.ts';

/** Everything that components deliver, before the clusters' own things and Argo CD's. */
export interface Delivery {
  readonly environments: readonly EnvironmentDelivery[];

  /** The folders of the base, which nothing is delivered from. */
  readonly bases: readonly Base[];
}

/** The rendering of one component without settings. */
export interface Base extends Pick<Unit, 'path' | 'component' | 'manifests'> {
  write(): Pick<Unit, 'files'>;
}

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

  /** What the base has of it, without namespaces. */
  readonly base: readonly Manifest[];

  /** What the environment wants of it, without namespaces. */
  readonly target: readonly Manifest[];
  readonly draft: Draft;
}

/** Objects that an environment adds to a component, because of where it runs and who calls it. */
export type Additions = (component: string, surroundings: Surroundings) => readonly Manifest[];

/** The folders of all components: the base of each, and an overlay for each environment that has it. */
export function deliver({ base, environments }: Renderings, additions: Additions): Delivery {
  const bases = [...base.renderings.values()]
    .filter(({ manifests }) => manifests.length > 0)
    .map(({ component, manifests }) => baseOf(component, manifests, folderOf(component, base.surroundings)));
  return { bases, environments: environments.map(rendered => deliveryOf(rendered, additions, base)) };
}

function baseOf(component: string, manifests: readonly Manifest[], folder: string): Base {
  const path = `base/${component}`;
  return { path, component, manifests, write: () => ({ files: folderFiles(path, manifests, folder) }) };
}

function deliveryOf(
  { surroundings, renderings, asked }: Rendered,
  additions: Additions,
  base: Rendered,
): EnvironmentDelivery {
  const placed = [...renderings.values()].map((rendering): Placed => {
    const { component, manifests } = rendering;
    const added = additions(component, surroundings).map(each => labelledAnswer(each, component, surroundings));
    const target = [...manifests, ...added];
    const inBase = base.renderings.get(component)!.manifests;
    return { rendering, base: inBase, target, draft: draftOf(rendering, inBase, target, surroundings) };
  });
  const flows = asksOf(asked, 'flow').map(({ what }) => what);
  return { environment: surroundings.environment!, surroundings, flows, placed };
}

function draftOf(
  { component, namespace }: Rendering,
  base: readonly Manifest[],
  target: readonly Manifest[],
  surroundings: Surroundings,
): Draft {
  const { name: environment } = surroundings.environment!;
  const { stateful = false, wave = waves.components.wave } = surroundings.platform.components[component]!;
  const path = `overlays/${environment}/${component}`;
  const editInstead = `${folderOf(component, surroundings)} or overlays/${environment}.ts`;
  return {
    path,
    cluster: surroundings.clusterOf(component).name,
    component,
    environment,
    owner: 'component',
    namespace,
    stateful,
    wave,
    manifests: inNamespace(target, namespace),
    sources: [...(base.length > 0 ? [`base/${component}`] : []), path],
    write: turnTo => overlayOf({ path, component, namespace, base, target, editInstead, turnTo }),
  };
}

/** Where a reader of its files finds the code. */
function folderOf(component: string, { platform }: Surroundings): string {
  return platform.components[component]?.folder ?? `lib/components/${component}/`;
}
