import type { Component } from '../../model/component.ts';
import type { Siblings } from '../../model/component-table.ts';
import { withRunbooks } from '../../model/runbook-pages.ts';
import { service } from '../../model/service.ts';
import type { Service, ServiceClass } from '../../model/service.ts';
import type { Tenant } from '../../model/tenant.ts';
import { podAlerts, requestAlerts } from './alerts.ts';
import { tenantsDashboard } from './dashboard.ts';
import { inferenceMetrics, tenantJob } from './inference-metrics.ts';
import { podRunbooks, requestRunbooks } from './runbooks.ts';
import { symptomsOf } from './symptoms.ts';
import { inferenceName, inferenceOf } from './tenant-inference.ts';
import type { TenantInferenceProps } from './tenant-inference.ts';

/** The services of one tenant. */
type TenantServices = {
  readonly [Name in typeof inferenceName]: Service<ServiceClass<TenantInferenceProps>, Name, never>;
};

const alerts = { ...withRunbooks(requestAlerts, requestRunbooks), ...withRunbooks(podAlerts, podRunbooks) };

/** What a tenant's service runs where its row names no other image. */
const sentiment = 'ghcr.io/example-org/sentiment:1.0.0';

/** Teams that share the inference platform: a component for each row, in namespaces of its own. */
export function tenantsOf<const Rows extends readonly Tenant[]>(
  tenants: Rows,
): Siblings<Rows[number]['name'], keyof typeof alerts, TenantServices> {
  const siblings = Object.fromEntries(tenants.map(tenant => [tenant.name, componentOf(tenant)]));
  return {
    siblings: siblings as Record<Rows[number]['name'], Component<TenantServices>>,
    alerts,
    dashboard: tenantsDashboard,
  };
}

function componentOf(tenant: Tenant): Component<TenantServices> {
  const { name, image = sentiment, quota } = tenant;
  return {
    quota,
    namespaceLabels: { tenant: name },
    seriesLabel: 'tenant',
    table: 'overlays/tenants.ts',
    folder: 'lib/components/tenants/',
    services: {
      [inferenceName]: service({
        construct: inferenceOf(tenant),
        image,
        offers: { [inferenceName]: { port: 8000, metrics: { job: tenantJob, replicated: true } } },
        emits: inferenceMetrics,
        symptoms: symptomsOf(tenant),
        metadata: { labels: { tenant: name } },
        contracts: [{ listens: inferenceName, always: 8000 }],
      }),
    },
  };
}
