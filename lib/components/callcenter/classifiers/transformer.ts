import { Construct } from 'constructs';
import type { Affinity } from '../../../model/pods/scheduling.ts';
import { classifier } from './classifier.ts';
import type { ClassifierProps } from './classifier-props.ts';

/** Properties for `Transformer`. */
export type TransformerProps = ClassifierProps;

/**
 * Classifies tickets that take more than their words. The image keeps the contract of `Tfidf`, on 8002, and asks no hub of models:
 * all that it needs comes with its model.
 */
export class Transformer extends Construct {
  constructor(scope: Construct, id: string, props: TransformerProps = {}) {
    super(scope, id);

    classifier(this, props, {
      model: 'models:/ticket-transformer@production',
      modelStorage: '5Gi',
      replicas: 2,
      affinity: betterWithGpu,
      // A pod of it takes up to half of a node, and where all services run at full scale, none may have that much left.
      inPlace: props.replicas !== 1,
      probes: {
        // Five minutes to load. Only then do the other two begin, and their delays count: a delay of readiness would be lost time.
        startup: { check: { path: '/ready' }, period: 10, timeout: 5, failures: 30 },
        liveness: { check: { path: '/health' }, delay: 60, period: 15, timeout: 10 },
        readiness: { check: { path: '/ready' }, period: 10, timeout: 5 },
      },
      sizing: { cpu: '1', cpuLimit: '2', memory: '2Gi', memoryLimit: '4Gi', scratch: '512Mi' },
    });
  }
}

const betterWithGpu: Affinity = {
  nodeAffinity: {
    preferredDuringSchedulingIgnoredDuringExecution: [
      { weight: 100, preference: { matchExpressions: [{ key: 'accelerator', operator: 'In', values: ['gpu'] }] } },
    ],
  },
};
