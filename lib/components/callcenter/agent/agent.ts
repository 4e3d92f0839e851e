import { Construct } from 'constructs';
import { connect } from '../../../constructs/connections.ts';
import { HttpWorkload } from '../../../constructs/http-workload.ts';
import { scaledByOthers, sized } from '../../../constructs/sizing.ts';
import type { Scaling, Sizing } from '../../../constructs/sizing.ts';
import type { Spread } from '../../../constructs/spread.ts';
import { secretFile } from '../../../model/secret-ref.ts';
import { agentSettings } from './settings.ts';
import type { AgentSettings } from './settings.ts';

/** Properties for `Agent`. */
export interface AgentProps extends Sizing, Scaling, AgentSettings {
  /** Host name for people, through the cluster's ingress. @default - only the cluster leads to it */
  readonly host?: string;

  /** @default - as the cluster's scheduler does by itself */
  readonly spread?: Spread;
}

/**
 * The front door: masks personal data in a ticket, chooses the model that classifies it, and asks that one.
 *
 * The image must: listen on 8000 and answer there `POST /predict` with `{ "text", "ticket_id" }` by `{ "ticket_id", "category",
 * "confidence", "model_used", "processing_time" }`; answer `GET /health` as long as it runs and `GET /ready` with 503 until it
 * can serve; answer on 8003 `GET /metrics` with what `metrics.ts` states, and nothing else; send and keep no personal data; go on
 * without Groq, Redis or MLflow; read secrets from the files that variables ending in `_FILE` name, whenever it needs them; write
 * only below `/tmp`; run as any user; end within thirty seconds.
 */
export class Agent extends Construct {
  constructor(scope: Construct, id: string, props: AgentProps = {}) {
    super(scope, id);

    const { autoscaling, keda, replicas = scaledByOthers(props) ? undefined : 2, host, spread } = props;
    const redis = connect(this, 'redis');

    new HttpWorkload(this, 'Default', {
      env: {
        TFIDF_SERVICE_URL: connect(this, 'tfidf-service').url,
        TRANSFORMER_SERVICE_URL: connect(this, 'transformer-service').url,
        MLFLOW_TRACKING_URI: connect(this, 'mlflow').url,
        REDIS_URL: `redis://${redis.host}:${redis.port}/0`,
        REDIS_PASSWORD_FILE: secretFile('redis-credentials', 'password'),
        GROQ_API_KEY_FILE: secretFile('groq-api-key', 'key'),
        ...agentSettings(this, props),
      },
      probes: {
        // It is not ready as long as no model is, and is not to be killed for that.
        startup: { check: { path: '/health' }, period: 5, timeout: 3, failures: 24 },
        liveness: { check: { path: '/health' }, delay: 30, period: 10, timeout: 5 },
        readiness: { check: { path: '/ready' }, period: 5, timeout: 3 },
      },
      host,
      spread,
      replicas,
      autoscaling,
      keda,
      sizing: sized(props, { cpu: '200m', cpuLimit: '500m', memory: '256Mi', memoryLimit: '512Mi', scratch: '256Mi' }),
    });
  }
}
