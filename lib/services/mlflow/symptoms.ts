import type { Symptoms } from '../../model/symptoms.ts';

/** How MLflow shows that it fails. */
export const mlflowSymptoms: Symptoms = {
  well: [{ metric: 'mlflow_http_request_total', labels: { method: 'GET', status: '200' }, value: 0, perMinute: 30 }],
  failures: [
    {
      what: 'answers with errors',
      series: [
        { metric: 'mlflow_http_request_total', labels: { method: 'GET', status: '500' }, value: 0, perMinute: 30 },
        { metric: 'mlflow_http_request_total', labels: { method: 'GET', status: '200' }, value: 0, perMinute: 0 },
      ],
    },
  ],
};
