import { at, textsAt } from '../../yaml/json-path.ts';
import { selects } from '../network/selector.ts';
import { podTemplateOf } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

export const selectorFindsOwnPods: ObjectRule = {
  id: 'selector-finds-own-pods',
  why: 'The API server refuses a workload whose selector does not match the labels of its own pods.',
  fix: 'Use the same labels in the selector and the pod template of the construct.',
  kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],

  check: manifest => {
    const labels = podTemplateOf(manifest)!.labels;
    const selector = at(manifest, 'spec', 'selector') ?? {};
    if (Object.keys(textsAt(selector, 'matchLabels')).length > 0 && selects(selector, labels)) return [];
    return [`selects ${JSON.stringify(selector)}, but its pods are labelled ${JSON.stringify(labels)}`];
  },
};
