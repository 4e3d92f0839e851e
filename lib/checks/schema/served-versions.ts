const builtIn = 'kubernetes-models';

/**
 * Package that has the schemas of an API version. A version that is not here is refused: either no cluster serves it
 * any more (`policy/v1beta1`), or nobody has said yet where its schemas are. WHERE A NEW API GOES: one line here.
 */
export const packageOfVersion: Readonly<Record<string, string>> = {
  'v1': builtIn,
  'admissionregistration.k8s.io/v1': builtIn,
  'apiextensions.k8s.io/v1': builtIn,
  'apiregistration.k8s.io/v1': builtIn,
  'apps/v1': builtIn,
  'autoscaling/v2': builtIn,
  'batch/v1': builtIn,
  'networking.k8s.io/v1': builtIn,
  'policy/v1': builtIn,
  'rbac.authorization.k8s.io/v1': builtIn,
  'scheduling.k8s.io/v1': builtIn,
  'storage.k8s.io/v1': builtIn,
  'argoproj.io/v1alpha1': '@kubernetes-models/argo-cd',
  'cert-manager.io/v1': '@kubernetes-models/cert-manager',
  'external-secrets.io/v1': '@kubernetes-models/external-secrets',
  'monitoring.coreos.com/v1': '@kubernetes-models/prometheus-operator',
};
