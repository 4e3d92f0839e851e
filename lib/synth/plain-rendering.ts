import type { Asked } from '../model/ask.ts';
import type { Component } from '../model/component.ts';
import { identityOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { noObjects } from '../model/plain-objects.ts';
import type { PlainObjects } from '../model/plain-objects.ts';
import type { Surroundings } from '../model/surroundings.ts';

/** What a component keeps as YAML, where it is: objects of its own, and what it asks for. */
export interface PlainRendering {
  readonly manifests: readonly Manifest[];
  readonly asked: readonly Asked[];
}

/** The objects of the base, each in the form that the environment has of it, and those that it has besides. */
export function plainRendering(name: string, { secrets = {} }: Component, surroundings: Surroundings): PlainRendering {
  const { base, environments } = surroundings.platform.plain?.get(name) ?? { base: noObjects, environments: new Map() };
  const place = surroundings.environment?.name;
  const here: PlainObjects = (place === undefined ? undefined : environments.get(place)) ?? noObjects;
  const by = { component: name, service: name };
  return {
    manifests: merged(base.own, here.own),
    asked: [
      ...merged(base.ofCluster, here.ofCluster).map((what): Asked => ({ kind: 'clusterObject', by, what })),
      ...Object.entries(secrets).flatMap(([secret, keys]) =>
        keys.map((key): Asked => ({ kind: 'secret', by, what: { secret, key } })),
      ),
    ],
  };
}

function merged(base: readonly Manifest[], here: readonly Manifest[]): Manifest[] {
  const own = new Map(here.map(manifest => [identityOf(manifest), manifest]));
  const inBase = new Set(base.map(identityOf));
  return [
    ...base.map(manifest => own.get(identityOf(manifest)) ?? manifest),
    ...here.filter(manifest => !inBase.has(identityOf(manifest))),
  ];
}
