import { Construct } from 'constructs';
import { HttpWorkload } from '../../../constructs/http-workload.ts';
import { scaledByOthers, sized } from '../../../constructs/sizing.ts';
import type { ClassifierProps } from './classifier-props.ts';
import { classifierVariables } from './classifier-props.ts';
import { fetchedModel } from './fetched-model.ts';

/** Properties for `Tfidf`. */
export type TfidfProps = ClassifierProps;

/**
 * Classifies simple tickets by the words that they hold.
 *
 * The image must: listen on 8001; answer `POST /predict` with `{ "text" }`; answer `GET /health` as long as it runs and `GET
 * /ready` with 503 until its model is loaded; fetch the model `MODEL_URI` into `MODEL_PATH` by `python -m model_server.fetch`;
 * write only below `/tmp`; run as any user; emit on `GET /metrics` what `metrics.ts` states.
 */
export class Tfidf extends Construct {
  constructor(scope: Construct, id: string, props: TfidfProps = {}) {
    super(scope, id);

    const { autoscaling, keda, replicas = scaledByOthers(props) ? undefined : 3, spread } = props;
    const { model = 'models:/ticket-tfidf@production', modelStorage = '2Gi' } = props;
    const fetched = fetchedModel(this, model, modelStorage);

    new HttpWorkload(this, 'Default', {
      ...fetched,
      env: { ...fetched.env, ...classifierVariables(this, props) },
      probes: {
        startup: { check: { path: '/ready' }, period: 5, timeout: 3, failures: 24 },
        liveness: { check: { path: '/health' }, delay: 30, period: 10, timeout: 5 },
        readiness: { check: { path: '/ready' }, period: 5, timeout: 3 },
      },
      spread,
      replicas,
      autoscaling,
      keda,
      sizing: sized(props, { cpu: '300m', cpuLimit: '1', memory: '512Mi', memoryLimit: '1Gi', scratch: '256Mi' }),
    });
  }
}
