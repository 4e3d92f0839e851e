/** Models of what every Kubernetes cluster has. */
export const kubernetes = { package: 'kubernetes-models' };

/** Models of Argo CD. */
export const argoCd = { package: '@kubernetes-models/argo-cd' };

/** Models of cert-manager. */
export const certManager = { package: '@kubernetes-models/cert-manager' };

/** Models of External Secrets. They stopped at its release 0.16. */
export const externalSecrets = { package: '@kubernetes-models/external-secrets' };

/** Models of the Prometheus operator. */
export const prometheusOperator = { package: '@kubernetes-models/prometheus-operator' };
