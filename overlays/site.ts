import type { EndpointName } from '../lib/components/endpoints.ts';
import type { Site } from '../lib/model/site.ts';

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
    'iris-classifier',
    'wine-quality',
    'fashion-mnist',
    'mlflow',
    'grafana',
    'prometheus',
    'alertmanager',
  ] satisfies EndpointName[],
} satisfies Site;
