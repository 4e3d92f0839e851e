import type { Emitter } from '../../../model/metric.ts';

/** Others that the agent asks, by the names that its metrics give them. */
export const dependencies = ['groq', 'mlflow', 'redis', 'tfidf', 'transformer'] as const;

/** Which model has answered; `cache` where none had to, and `none` where no answer came about. */
const models = ['cache', 'none', 'tfidf', 'transformer'] as const;

/**
 * What the agent's image emits, with its labels: alerts and dashboards read these of it and no others. Every series with a
 * label whose values are listed here is there from the start, at zero, so that its first rise is seen. No label holds any part
 * of a ticket.
 */
export const agentMetrics = {
  name: 'the agent image',
  metrics: {
    /** Requests to `/predict`: `input` is the caller's mistake, `failed` the agent's. */
    agent_requests_total: {
      type: 'counter',
      labels: ['endpoint', 'model_used', 'status'],
      values: { model_used: models, status: ['success', 'input', 'failed'] },
    },

    /** Seconds from the request to its answer. Buckets are finest around what alerts compare with. */
    agent_request_duration_seconds: {
      type: 'histogram',
      labels: ['model_used'],
      buckets: [0.05, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 10, 30, 60],
      values: { model_used: models },
    },

    /** How complex a ticket is, from 0 to 1, by which the model is chosen. */
    agent_complexity_score: {
      type: 'histogram',
      labels: [],
      buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
    },

    /** Personal data that was found and masked, by its kind: `email`, say. */
    agent_pii_detected_total: { type: 'counter', labels: ['kind'] },

    /** Questions to the cache. */
    agent_cache_requests_total: { type: 'counter', labels: ['result'], values: { result: ['hit', 'miss'] } },

    /** Requests to others that came to nothing. */
    agent_dependency_errors_total: {
      type: 'counter',
      labels: ['dependency'],
      values: { dependency: dependencies },
    },
  },
} as const satisfies Emitter;
