import type { EndpointName } from '../../../lib/model/names.ts';
import type { Site } from '../../../lib/model/site.ts';

/** EDIT THIS FIRST: the facts of your installation. */
export const site = {
  repository: 'https://github.com/example-org/plainsail.git',
  revision: 'refs/heads/main',
  domain: 'mlops.example.com',
  tailnet: 'example-tailnet.ts.net',
  gcpProject: 'example-mlops',
  acmeEmail: 'platform@example.com',
  modelRepository: 'example-org/models',
  exposed: [
    'edge-models/iris-classifier',
    'edge-models/wine-quality',
    'edge-models/fashion-mnist',
    'mlflow/mlflow',
    'monitoring/grafana',
    'monitoring/prometheus',
    'monitoring/alertmanager',
  ] satisfies EndpointName[],
} satisfies Site;
