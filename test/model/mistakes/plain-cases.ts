import { component, offer, service } from './case.ts';
import type { Case } from './case.ts';

/** Mistakes in what a row says of objects that are kept as YAML, and of its namespaces. */
export const plainCases: readonly Case[] = [
  [
    'a namespace that is a number',
    component({ namespace: 7 }),
    'wrong-type',
    "overlays/components.ts: 'customer.namespace' (7) must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'a namespace of an environment in capitals',
    component({ namespace: { prod: 'Store' } }),
    'malformed',
    "overlays/components.ts: 'customer.namespace.prod' ('Store') must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'a namespace of an environment that nobody has',
    component({ namespace: { prodd: 'store' } }),
    'unknown-name',
    "overlays/components.ts: 'customer.namespace': 'prodd' must be an environment: 'prod' (did you mean 'prod'?)",
  ],
  [
    'a namespace of Kubernetes',
    component({ namespace: { prod: 'kube-system' } }),
    'reserved',
    "overlays/components.ts: namespace of 'customer': 'kube-system' is that of Kubernetes or Argo CD, it must be another",
  ],
  [
    'the namespace of another component',
    component({ namespace: { prod: 'shop-prod' } }),
    'duplicate',
    "overlays/components.ts: 'prod/shop' and 'prod/customer' share the namespace 'shop-prod' of cluster 'cloud', each component must have its own",
  ],
  [
    'a label of namespaces with a space',
    component({ namespaceLabels: { 'istio-injection': 'is on' } }),
    'malformed',
    "overlays/components.ts: 'customer.namespaceLabels.istio-injection' ('is on') must be a label's value: letters, digits, '-', '_' and '.', at most 63",
  ],
  [
    'a key of a label that is none',
    component({ namespaceLabels: { 'a b': 'c' } }),
    'malformed',
    "overlays/components.ts: 'customer.namespaceLabels': key 'a b' must be a label's key, such as 'istio-injection' or 'example.com/team'",
  ],
  [
    'an annotation of namespaces that is a number',
    component({ namespaceAnnotations: { owner: 7 } }),
    'wrong-type',
    "overlays/components.ts: 'customer.namespaceAnnotations.owner' (7) must be a text that is not empty",
  ],
  [
    'an unknown level of pods',
    component({ podSecurity: 'restrictd' }),
    'unknown-name',
    "overlays/components.ts: 'customer.podSecurity' ('restrictd') must be one of 'restricted', 'baseline', 'privileged' (did you mean 'restricted'?)",
  ],
  [
    'objects outside the folders that are watched',
    component({ objects: 'dist/base' }),
    'malformed',
    "overlays/components.ts: 'customer.objects' ('dist/base') must be a folder of the repository below 'lib/components/' or 'overlays/', such as 'lib/components/shop/yaml'",
  ],
  [
    'objects that lead out',
    component({ objects: 'overlays/../../etc' }),
    'malformed',
    "overlays/components.ts: 'customer.objects' ('overlays/../../etc') must be a folder of the repository below 'lib/components/' or 'overlays/', such as 'lib/components/shop/yaml'",
  ],
  [
    'a folder of objects that is empty',
    component({ objects: 'overlays/yaml' }),
    'missing',
    'overlays/yaml: has no YAML, the objects of a component must lie there',
  ],
  [
    'a Secret without keys',
    component({ secrets: { db: [] } }),
    'missing',
    "overlays/components.ts: 'customer.secrets.db' ([]) must be a list with at least one item",
  ],
  [
    'a misspelt rule',
    component({ accepts: { 'pinned-images': 'later' } }),
    'unknown-key',
    "overlays/components.ts: 'customer.accepts.pinned-images' is an unknown key, it must be one of 'account-without-token', 'budget-allows-eviction', 'container-probes', 'container-resources', 'guarded-data', 'ingress-backend-exists', 'modest-role', 'network-as-declared', 'pinned-image', 'policy-in-use', 'probe-port-exists', 'reference-resolves', 'replicas-owned-once', 'restricted-container', 'restricted-pod', 'scaler-target-exists', 'service-finds-pods', 'stated-protocol' (did you mean 'pinned-image'?)",
  ],
  [
    'a rule accepted without a reason',
    component({ accepts: { 'pinned-image': ' ' } }),
    'malformed',
    "overlays/components.ts: 'customer.accepts.pinned-image' (' ') must say why, in words",
  ],
  [
    'labels of pods that are a list',
    service({ pods: [] }),
    'wrong-type',
    "overlays/components.ts: 'customer.services.customer.pods' ([]) must be an object",
  ],
  [
    'a port of pods out of range',
    offer({ targetPort: 0 }),
    'out-of-range',
    "overlays/components.ts: 'shop.services.shop.offers.shop.targetPort' (0) must be a whole number from 1 to 65535",
  ],
];
