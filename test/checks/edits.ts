import type { Loose } from './fresh.ts';
import { samples } from './small-world/samples.ts';
import type { EditableWorld } from './small-world/small-world.ts';

// Paths of the units of the small world, and the parts of them that tests break.

export const shop = 'overlays/prod/shop';
export const data = 'overlays/prod/data';
export const model = 'overlays/prod/model';
export const foundation = 'clusters/home/foundation';

export function deployment(world: EditableWorld): Loose {
  return world.object(shop, 'Deployment');
}

export function account(world: EditableWorld): Loose {
  return world.object(shop, 'ServiceAccount');
}

export function template(world: EditableWorld): Loose {
  return deployment(world).spec.template.spec;
}

export function container(world: EditableWorld): Loose {
  return template(world).containers[0];
}

export function security(world: EditableWorld): Loose {
  return container(world).securityContext;
}

export function nonRoot(world: EditableWorld): void {
  for (const each of [container(world), template(world).initContainers[0]]) each.securityContext.runAsNonRoot = true;
}

export function service(world: EditableWorld, unit = shop): Loose {
  return world.object(unit, 'Service');
}

export function budget(world: EditableWorld): Loose {
  return world.object(shop, 'PodDisruptionBudget').spec;
}

export function files(world: EditableWorld): Loose {
  return world.object(shop, 'ConfigMap', 'api-files');
}

export function policy(world: EditableWorld, unit: string): Loose {
  return world.object(unit, 'NetworkPolicy');
}

export function backend(world: EditableWorld): Loose {
  return world.object(shop, 'Ingress').spec.rules[0].http.paths[0].backend.service;
}

export function application(world: EditableWorld): Loose {
  return world.object('argocd/roots', 'Application', 'overlays-prod-shop');
}

export function project(world: EditableWorld): Loose {
  return world.object('argocd/roots', 'AppProject', 'apps');
}

/** A Kafka cluster and a database, of which operators make pods. */
export function addOperated(world: EditableWorld): void {
  for (const manifest of [samples.Kafka, samples.KafkaNodePool, samples.KafkaTopic, samples.Cluster]) {
    world.add(data, { ...manifest, metadata: { ...manifest.metadata, namespace: 'data-prod' } });
  }
}

export function exempt(world: EditableWorld, rule: string, reason: string): void {
  deployment(world).metadata.annotations = { [`plainsail.dev/exempt.${rule}`]: reason };
}

export function nodePort(port: number, namespace: string): Loose {
  const ports = [{ name: 'http', port: 8080, targetPort: 'http', protocol: 'TCP', nodePort: port }];
  const spec = { type: 'NodePort', selector: { 'app.kubernetes.io/name': 'api' }, ports };
  return { ...samples.Service, metadata: { name: 'other', namespace }, spec };
}

export function shopName(name: string): Loose {
  return { name, namespace: 'shop-prod' };
}
