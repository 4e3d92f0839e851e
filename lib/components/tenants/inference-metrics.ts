import type { Emitter } from '../../model/metric.ts';

/** The scrape job of the services of all tenants, whose series have the label `tenant`. */
export const tenantJob = 'tenant-inference';

/** What asks the service how it is, rather than for a prediction. */
export const ownHandlers = '/|/health|/ready|/metrics';

/**
 * What the image of a tenant's service emits, with its labels: alerts and the dashboard read these of it and no others.
 * The buckets reach beyond the latency that an alert compares with: a quantile never says more than the largest of them.
 */
export const inferenceMetrics = {
  name: "a tenant's inference image",
  metrics: {
    /** Answered requests, by the path that was asked and the class of the status. */
    http_requests_total: {
      type: 'counter',
      labels: ['handler', 'method', 'status'],
      values: { status: ['2xx', '3xx', '4xx', '5xx'] },
    },

    /** Seconds until a request was answered. */
    http_request_duration_seconds: {
      type: 'histogram',
      labels: ['handler', 'method'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    },

    /** Whether the model is there: 1, or 0 while it is not. It is told from the start on, whatever loads. */
    model_loaded: { type: 'gauge', labels: [] },

    /** The same of what turns a text into numbers. */
    vectorizer_loaded: { type: 'gauge', labels: [] },
  },
} as const satisfies Emitter;
