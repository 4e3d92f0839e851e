import { findings } from '../../../lib/checks/findings.ts';
import type { Finding } from '../../../lib/checks/findings.ts';
import type { Component } from '../../../lib/model/component.ts';
import type { Flow } from '../../../lib/model/flow.ts';
import type { Delivery } from '../../../lib/synth/delivery.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Site } from '../../../lib/model/site.ts';
import type { Unit } from '../../../lib/model/unit.ts';
import { fresh } from '../fresh.ts';
import type { Loose } from '../fresh.ts';
import { argocdUnits } from './small-argocd.ts';
import { clusterUnits } from './small-clusters.ts';
import { componentUnits } from './small-components.ts';
import { flows, platform, prod, surroundings } from './small-platform.ts';

/** Findings in the small world once an edit has broken something. */
export async function findingsAfter(edit: (world: EditableWorld) => void): Promise<Finding[]> {
  const world = new EditableWorld();
  edit(world);
  const { components, site } = world;
  return findings(world.units, { platform: { ...platform, components, site }, delivery: world.delivery });
}

/** A fresh copy of the small world, every part of which a test may change. */
export class EditableWorld {
  readonly flows: Flow[] = fresh([...flows]);

  /** The rows of its components, of which an edit may set fields. */
  readonly components: Record<string, Component> = { ...platform.components };

  /** The facts of its installation, of which an edit may set fields. */
  readonly site: Loose & Site = fresh({ ...platform.site });
  readonly units: (Loose & Unit)[] = fresh([...componentUnits(), ...clusterUnits()]);

  constructor() {
    this.units.push(...fresh(argocdUnits(this.units)));
    for (const unit of this.units) unit.files = new Map([[`${unit.path}/kustomization.yaml`, '']]);
  }

  get delivery(): Delivery {
    const bases = componentUnits().map(({ component, manifests }) => ({
      path: '',
      component,
      manifests,
      write: () => ({ files: new Map<string, string>() }),
    }));
    return { environments: [{ environment: prod, surroundings, flows: this.flows, placed: [] }], bases };
  }

  unit(path: string): Loose {
    return this.units.find(unit => unit.path === path);
  }

  /** An object by its unit's path, kind and name. */
  object(path: string, kind: string, name = 'api'): Loose {
    return this.unit(path).manifests.find(isCalled(kind, name));
  }

  add(path: string, manifest: Manifest): void {
    this.unit(path).manifests.push(fresh(manifest));
  }

  remove(path: string, kind: string, name = 'api'): void {
    const unit = this.unit(path);
    unit.manifests = unit.manifests.filter((manifest: Manifest) => !isCalled(kind, name)(manifest));
  }
}

function isCalled(kind: string, name: string): (manifest: Manifest) => boolean {
  return manifest => manifest.kind === kind && manifest.metadata.name === name;
}
