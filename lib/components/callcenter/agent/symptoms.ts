import type { Failure, OwnSeries, Symptoms } from '../../../model/symptoms.ts';
import { groqHost } from './settings.ts';
import { dependencies } from './metrics.ts';

const served: OwnSeries = {
  metric: 'agent_requests_total',
  labels: { endpoint: '/predict', model_used: 'tfidf', status: 'success' },
  value: 0,
  perMinute: 60,
};
const failed: OwnSeries = {
  metric: 'agent_requests_total',
  labels: { endpoint: '/predict', model_used: 'none', status: 'failed' },
  value: 0,
};
const masked: OwnSeries = { metric: 'agent_pii_detected_total', labels: { kind: 'email' }, value: 0, perMinute: 6 };

/** How the agent shows that it fails. */
export const agentSymptoms: Symptoms = {
  well: [
    served,
    failed,
    masked,
    ...dependencies.map((dependency): OwnSeries => errorsOf(dependency)),
    ...durations([60, 60, 60, 60]),
  ],
  failures: [
    { what: 'fails its requests', series: [{ ...failed, perMinute: 60 }] },
    { what: 'takes two seconds for each answer', series: durations([0, 0, 0, 60]) },
    { what: 'is sent whole records of people', series: [{ ...masked, perMinute: 1200 }] },
    withoutA('tfidf-service', 'tfidf'),
    withoutA('transformer-service', 'transformer'),
    withoutA('mlflow', 'mlflow'),
    withoutA('redis', 'redis'),
    withoutA(groqHost, 'groq'),
  ],
};

type Dependency = (typeof dependencies)[number];

function withoutA(without: string, dependency: Dependency): Failure {
  return { what: `gets no answer from ${dependency}`, without, series: [{ ...errorsOf(dependency), perMinute: 60 }] };
}

function errorsOf(dependency: Dependency): OwnSeries {
  return { metric: 'agent_dependency_errors_total', labels: { dependency }, value: 0 };
}

/** What each bucket gains a minute. */
function durations(perMinute: readonly number[]): OwnSeries[] {
  return ['0.25', '0.5', '1', '+Inf'].map((le, index) => ({
    metric: 'agent_request_duration_seconds_bucket',
    labels: { model_used: 'tfidf', le },
    value: 0,
    perMinute: perMinute[index]!,
  }));
}
