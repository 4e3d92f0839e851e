import { Construct } from 'constructs';
import { ComponentChart } from '../../constructs/component-chart.ts';
import { connect, grantOwnNamespace } from '../../constructs/connections.ts';
import { HttpWorkload } from '../../constructs/http-workload.ts';
import type { ScalingPace } from '../../constructs/scaling-pace.ts';
import { scaledByOthers, sized } from '../../constructs/sizing.ts';
import type { Scaling, Sizing } from '../../constructs/sizing.ts';
import { own } from '../../model/input/collections.ts';
import type { EndpointReference } from '../../model/names.ts';
import type { ServiceClass } from '../../model/service.ts';
import type { Tenant } from '../../model/tenant.ts';

/** Properties for the service of a tenant. */
export interface TenantInferenceProps extends Sizing, Scaling {
  /** Host name under which people reach it, through the cluster's ingress. @default - what the tenant's row says */
  readonly host?: string;
}

/** Name of the service of each tenant, and of what it offers. */
export const inferenceName = 'ml-inference';

/**
 * The service of one tenant: it tells what a text feels like.
 *
 * The image must: listen on 8000; answer `POST /predict` with the text, its class, the confidence and `TENANT_NAME`; answer
 * `GET /health` as long as the process runs and `GET /ready` with 503 until the model is loaded; with `MODEL_URI`, load the
 * model of that name and alias from `MLFLOW_TRACKING_URI`, and else the one that it brings; write only below `/tmp`; run as
 * any user; emit on `GET /metrics` what `inference-metrics.ts` states.
 */
export function inferenceOf(tenant: Tenant): ServiceClass<TenantInferenceProps> {
  return class TenantInference extends Construct {
    constructor(scope: Construct, id: string, props: TenantInferenceProps = {}) {
      super(scope, id);

      const { autoscaling, keda } = props;
      const { replicas = scaledByOthers(props) ? undefined : 2, host = hostOf(this, tenant) } = props;

      grantOwnNamespace(this, [{ resources: ['pods', 'pods/log'], verbs: ['get', 'list'] }]);
      connect(this, inferenceName as EndpointReference); // a tenant's pods may call each other

      new HttpWorkload(this, 'Default', {
        env: { TENANT_NAME: tenant.name, ...modelEnv(this, tenant) },
        probes: {
          startup: { check: { path: '/health' }, period: 5, timeout: 3, failures: 24 },
          // Only whether the process runs: a restart brings no model that cannot be loaded.
          liveness: { check: { path: '/health' }, delay: 15, period: 20, timeout: 5, failures: 3 },
          readiness: { check: { path: '/ready' }, delay: 10, period: 10, timeout: 5, failures: 3 },
        },
        sizing: sized(props, sized(tenant, usual)),
        gpus: tenant.gpus,
        spread: { over: 'node' },
        replicas,
        autoscaling: autoscaling && { pace, ...autoscaling },
        keda,
        host,
      });
    }
  };
}

const usual = { cpu: '100m', cpuLimit: '500m', memory: '128Mi', memoryLimit: '512Mi', scratch: '256Mi' } as const;

// It follows a load at once, and lets go of what it has slowly.
const pace: ScalingPace = {
  up: { window: 0, every: 15, percent: 100, pods: 2 },
  down: { window: 300, every: 15, percent: 50 },
};

/** In the base there is none: a host belongs to an environment. */
function hostOf(scope: Construct, { hosts = {} }: Tenant): string | undefined {
  const { environment } = ComponentChart.of(scope).surroundings;
  return environment && (own(hosts, environment.name) as string | undefined);
}

function modelEnv(scope: Construct, { model }: Tenant): Record<string, string> {
  if (model === undefined) return {};
  return {
    MLFLOW_TRACKING_URI: connect(scope, 'mlflow/mlflow' as EndpointReference).url,
    MODEL_URI: `models:/${model}`,
  };
}
