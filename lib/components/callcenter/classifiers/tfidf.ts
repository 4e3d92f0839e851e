import { Construct } from 'constructs';
import { classifier } from './classifier.ts';
import type { ClassifierProps } from './classifier-props.ts';

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

    classifier(this, props, {
      model: 'models:/ticket-tfidf@production',
      modelStorage: '2Gi',
      replicas: 3,
      probes: {
        startup: { check: { path: '/ready' }, period: 5, timeout: 3, failures: 24 },
        liveness: { check: { path: '/health' }, delay: 30, period: 10, timeout: 5 },
        readiness: { check: { path: '/ready' }, period: 5, timeout: 3 },
      },
      sizing: { cpu: '300m', cpuLimit: '1', memory: '512Mi', memoryLimit: '1Gi', scratch: '256Mi' },
    });
  }
}
