import type { Operators } from '../../../lib/model/helm-chart.ts';
import type { argoCd } from './charts/argo-cd.ts';
import { certManager } from './charts/cert-manager.ts';
import { cloudNativePg } from './charts/cloudnative-pg.ts';
import { dcgmExporter } from './charts/dcgm-exporter.ts';
import { externalSecrets } from './charts/external-secrets.ts';
import { karpenter } from './charts/karpenter.ts';
import { metricsServer } from './charts/metrics-server.ts';
import { nvidiaDevicePlugin } from './charts/nvidia-device-plugin.ts';

/** WHERE AN OPERATOR IS DEFINED: a row each. Which of them a cluster runs is said in `clusters.ts`. */
export const operators = {
  'cert-manager': certManager,
  'cloudnative-pg': cloudNativePg,
  'external-secrets': externalSecrets,
  'metrics-server': metricsServer,
  'nvidia-device-plugin': nvidiaDevicePlugin,
  'dcgm-exporter': dcgmExporter,
  karpenter,
} satisfies Operators;

/** Name of an operator. */
export type OperatorName = keyof typeof operators;

declare module '../../../lib/model/names.ts' {
  interface Register {
    readonly tools: typeof operators & { readonly argocd: typeof argoCd };
  }
}
