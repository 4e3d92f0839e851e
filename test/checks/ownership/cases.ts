import type { Cases } from '../case.ts';
import {
  addOperated,
  budget,
  data,
  deployment,
  files,
  foundation,
  model,
  nodePort,
  service,
  shop,
  shopName,
} from '../edits.ts';
import { clusterSamples } from '../small-world/samples.ts';

/** Who owns what. */
export const ownerCases: Cases = {
  'object-once': [
    [
      'an object in two Applications',
      world => world.add(foundation, deployment(world)),
      `is delivered to cluster 'home' by '${foundation}' too`,
    ],
    [
      'an object of two versions',
      world => {
        world.add(foundation, { ...world.object(shop, 'HorizontalPodAutoscaler'), apiVersion: 'autoscaling/v1' });
      },
      `is delivered to cluster 'home' by '${foundation}' too`,
    ],
    [
      'one and the same object in two units',
      world => {
        world.unit(foundation).manifests.push(deployment(world));
      },
      `by '${foundation}' too`,
    ],
    [
      'an object twice in one unit',
      world => world.add(shop, service(world)),
      `is delivered to cluster 'home' by '${shop}' too`,
    ],
  ],
  'component-in-one-namespace': [
    [
      'another namespace',
      world => {
        files(world).metadata.namespace = 'data-prod';
      },
      "is in namespace 'data-prod'",
    ],
    ['a cluster-scoped object', world => world.add(shop, clusterSamples.ClusterRole), 'is cluster-scoped'],
  ],
  'cluster-scoped-once': [
    [
      'a cluster-scoped object of an environment',
      world => world.add(shop, clusterSamples.ClusterRole),
      "but environment 'prod' delivers it",
    ],
    [
      'a cluster-scoped object with a namespace',
      world => {
        world.object(foundation, 'PriorityClass', 'serving').metadata.namespace = 'x';
      },
      'must not have the namespace',
    ],
    [
      'an object without its namespace',
      world => {
        delete files(world).metadata.namespace;
      },
      'has no namespace',
    ],
  ],
  'guarded-data': [
    [
      'a claim that may be pruned',
      world => {
        world.object(shop, 'PersistentVolumeClaim').metadata.annotations = {};
      },
      'has no sync option Prune=false',
    ],
    [
      'a namespace that may be deleted',
      world => {
        const { annotations } = world.object(foundation, 'Namespace', 'shop-prod').metadata;
        annotations['argocd.argoproj.io/sync-options'] = 'Prune=confirm';
      },
      'has no sync option Delete=false',
    ],
    [
      'a claim template',
      world => {
        delete world.object(data, 'StatefulSet').spec.volumeClaimTemplates[0].metadata.annotations;
      },
      "claim template 'data' has no sync option",
    ],
    [
      'a database',
      world => {
        addOperated(world);
        world.object(data, 'Cluster', 'orders').metadata.annotations = {};
      },
      'the object has no sync option Prune=false',
    ],
  ],
  'node-port-unique': [
    ['a node port twice', world => world.add(data, nodePort(30800, 'data-prod')), 'which 2 Services of cluster'],
    ['a node port out of range', world => world.add(data, nodePort(80, 'data-prod')), 'must be from 30000 to 32767'],
    [
      'a node port that is not published',
      world => world.add(model, nodePort(30901, 'model-prod')),
      "which cluster 'far' does not publish",
    ],
  ],
  'replicas-owned-once': [
    [
      'replicas beside an autoscaler',
      world => {
        deployment(world).spec.replicas = 2;
      },
      'has 2 replicas, but an autoscaler',
    ],
    [
      'two autoscalers',
      world => {
        world.add(shop, { ...world.object(shop, 'HorizontalPodAutoscaler'), metadata: shopName('other') });
      },
      'has 2 autoscalers',
    ],
    [
      'replicas beside an autoscaler of KEDA',
      world =>
        world.add(model, {
          apiVersion: 'keda.sh/v1alpha1',
          kind: 'ScaledObject',
          metadata: { name: 'api', namespace: 'model-prod' },
          spec: { scaleTargetRef: { name: 'api' } },
        }),
      'has 2 replicas, but an autoscaler',
    ],
  ],
  'budget-allows-eviction': [
    [
      'a selector that finds none',
      world => {
        budget(world).selector = { matchLabels: { a: 'b' } };
      },
      'which no pod',
    ],
    [
      'a selector that finds all',
      world => {
        budget(world).selector = {};
      },
      'selects {}, which every pod',
    ],
    [
      'no eviction',
      world => {
        budget(world).maxUnavailable = 0;
      },
      "has maxUnavailable '0', it must be at least 1",
    ],
    [
      'no share',
      world => {
        budget(world).maxUnavailable = '0%';
      },
      "has maxUnavailable '0%'",
    ],
    [
      'a number that must be there',
      world => {
        delete budget(world).maxUnavailable;
        budget(world).minAvailable = 1;
      },
      "has maxUnavailable ''",
    ],
  ],
};
