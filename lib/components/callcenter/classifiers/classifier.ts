import type { Construct } from 'constructs';
import { HttpWorkload } from '../../../constructs/http-workload.ts';
import type { HttpWorkloadProps } from '../../../constructs/http-workload.ts';
import { scaledByOthers, sized } from '../../../constructs/sizing.ts';
import type { FullSizing } from '../../../constructs/sizing.ts';
import { classifierVariables } from './classifier-props.ts';
import type { ClassifierProps } from './classifier-props.ts';
import { fetchedModel } from './fetched-model.ts';

/** What a classifier has of its own where its props say nothing else. */
export interface ClassifierFigures extends Pick<HttpWorkloadProps, 'affinity' | 'inPlace' | 'probes'> {
  readonly model: string;
  readonly modelStorage: NonNullable<ClassifierProps['modelStorage']>;
  readonly replicas: number;
  readonly sizing: FullSizing;
}

/** What both classifiers are: a server of a model that is fetched before it starts. */
export function classifier(scope: Construct, props: ClassifierProps, own: ClassifierFigures): void {
  const { autoscaling, keda, replicas = scaledByOthers(props) ? undefined : own.replicas, spread } = props;
  const { model = own.model, modelStorage = own.modelStorage } = props;
  const fetched = fetchedModel(scope, model, modelStorage);

  new HttpWorkload(scope, 'Default', {
    ...fetched,
    env: { ...fetched.env, ...classifierVariables(scope, props) },
    affinity: own.affinity,
    inPlace: own.inPlace,
    probes: own.probes,
    spread,
    replicas,
    autoscaling,
    keda,
    sizing: sized(props, own.sizing),
  });
}
