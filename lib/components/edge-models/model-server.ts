import { Construct } from 'constructs';
import { HttpWorkload } from '../../constructs/http-workload.ts';
import { sized } from '../../constructs/sizing.ts';
import type { Scaling, Sizing } from '../../constructs/sizing.ts';

/** Properties for `ModelServer`. */
export interface ModelServerProps extends Sizing, Scaling {}

/**
 * Answers predictions of one model over HTTP.
 *
 * The image must: listen on 8080; answer `POST /predict`; answer `GET /health` with 503 until the model is
 * loaded; write only below `/tmp`; run as any user; emit on `GET /metrics` what `model-metrics.ts`
 * states.
 */
export class ModelServer extends Construct {
  constructor(scope: Construct, id: string, props: ModelServerProps = {}) {
    super(scope, id);

    const { replicas, autoscaling, keda } = props;

    new HttpWorkload(this, 'Default', {
      probes: {
        // Loading a model may take two minutes; only then do the other two probes begin.
        startup: { check: { path: '/health' }, period: 5, timeout: 3, failures: 24 },
        liveness: { check: { path: '/health' }, delay: 30, period: 10, timeout: 5 },
        readiness: { check: { path: '/health' }, delay: 10, period: 5, timeout: 3 },
      },
      sizing: sized(props, { cpu: '100m', cpuLimit: '500m', memory: '256Mi', memoryLimit: '512Mi', scratch: '256Mi' }),
      replicas,
      autoscaling,
      keda,
    });
  }
}
