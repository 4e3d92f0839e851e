import type { OwnSeries, Symptoms } from '../../model/symptoms.ts';
import type { Tenant } from '../../model/tenant.ts';
import { inferenceName } from './tenant-inference.ts';

const predict = { handler: '/predict', method: 'POST' } as const;

const answered: OwnSeries = {
  metric: 'http_requests_total',
  labels: { ...predict, status: '2xx' },
  value: 0,
  perMinute: 60,
};
const failed: OwnSeries = { metric: 'http_requests_total', labels: { ...predict, status: '5xx' }, value: 0 };

/** How the image of a tenant's service shows how it is: in the metrics of its contract. */
export function symptomsOf({ model }: Tenant): Symptoms {
  return {
    well: [
      answered,
      failed,
      ...['0.1', '5', '10', '+Inf'].map(le => within(le, 60)),
      { metric: 'model_loaded', value: 1 },
      { metric: 'vectorizer_loaded', value: 1 },
    ],
    failures: [
      {
        what: 'answers with errors',
        series: [
          { ...failed, perMinute: 30 },
          { ...answered, perMinute: 30 },
        ],
      },
      { what: 'takes longer than five seconds', series: [within('0.1', 0), within('5', 0)] },
      { what: 'has no model', series: [{ metric: 'model_loaded', value: 0 }] },
      { what: 'cannot read texts', series: [{ metric: 'vectorizer_loaded', value: 0 }] },
      {
        what: 'cannot be called by the pods of its own tenant',
        without: inferenceName,
        series: [],
        unwatched: 'no program of the platform goes this way: it is there for people who try the service out',
      },
      ...(model === undefined ? [] : [withoutRegistry]),
    ],
  };
}

const withoutRegistry: Symptoms['failures'][number] = {
  what: 'cannot load its model from the registry',
  without: 'mlflow/mlflow',
  series: [],
  unwatched: 'a pod that runs has its model already; a new one is not ready without it, which is told of then',
};

function within(le: string, perMinute: number): OwnSeries {
  return { metric: 'http_request_duration_seconds_bucket', labels: { ...predict, le }, value: 0, perMinute };
}
