/** Whether objects of a kind live in a namespace. */
export type Scope = 'cluster' | 'namespaced';

/**
 * The kinds whose schema Kustomize carries (Kubernetes 1.21.2 in every version from 4.5 to 5.8), by API version. To it,
 * all other kinds, newer versions of these included, are custom resources: it sets a namespace on each of them, and
 * replaces each of their lists whole.
 */
export const bundledKinds: ReadonlyMap<string, ReadonlyMap<string, Scope>> = new Map([
  kinds('admissionregistration.k8s.io/v1', {
    cluster: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  }),
  kinds('admissionregistration.k8s.io/v1beta1', {
    cluster: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  }),
  kinds('apiextensions.k8s.io/v1', { cluster: ['CustomResourceDefinition'] }),
  kinds('apiextensions.k8s.io/v1beta1', { cluster: ['CustomResourceDefinition'] }),
  kinds('apiregistration.k8s.io/v1', { cluster: ['APIService'] }),
  kinds('apiregistration.k8s.io/v1beta1', { cluster: ['APIService'] }),
  kinds('apps/v1', { namespaced: ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'] }),
  kinds('autoscaling/v1', { namespaced: ['HorizontalPodAutoscaler', 'Scale'] }),
  kinds('autoscaling/v2beta1', { namespaced: ['HorizontalPodAutoscaler'] }),
  kinds('autoscaling/v2beta2', { namespaced: ['HorizontalPodAutoscaler'] }),
  kinds('batch/v1', { namespaced: ['CronJob', 'Job'] }),
  kinds('batch/v1beta1', { namespaced: ['CronJob'] }),
  kinds('certificates.k8s.io/v1', { cluster: ['CertificateSigningRequest'] }),
  kinds('certificates.k8s.io/v1beta1', { cluster: ['CertificateSigningRequest'] }),
  kinds('coordination.k8s.io/v1', { namespaced: ['Lease'] }),
  kinds('coordination.k8s.io/v1beta1', { namespaced: ['Lease'] }),
  kinds('discovery.k8s.io/v1', { namespaced: ['EndpointSlice'] }),
  kinds('discovery.k8s.io/v1beta1', { namespaced: ['EndpointSlice'] }),
  kinds('events.k8s.io/v1', { namespaced: ['Event'] }),
  kinds('events.k8s.io/v1beta1', { namespaced: ['Event'] }),
  kinds('extensions/v1beta1', { namespaced: ['Ingress'] }),
  kinds('flowcontrol.apiserver.k8s.io/v1beta1', { cluster: ['FlowSchema', 'PriorityLevelConfiguration'] }),
  kinds('networking.k8s.io/v1', { cluster: ['IngressClass'], namespaced: ['Ingress', 'NetworkPolicy'] }),
  kinds('networking.k8s.io/v1beta1', { cluster: ['IngressClass'], namespaced: ['Ingress'] }),
  kinds('node.k8s.io/v1', { cluster: ['RuntimeClass'] }),
  kinds('node.k8s.io/v1beta1', { cluster: ['RuntimeClass'] }),
  kinds('policy/v1', { namespaced: ['PodDisruptionBudget'] }),
  kinds('policy/v1beta1', { cluster: ['PodSecurityPolicy'], namespaced: ['PodDisruptionBudget'] }),
  kinds('rbac.authorization.k8s.io/v1', {
    cluster: ['ClusterRole', 'ClusterRoleBinding'],
    namespaced: ['Role', 'RoleBinding'],
  }),
  kinds('rbac.authorization.k8s.io/v1beta1', {
    cluster: ['ClusterRole', 'ClusterRoleBinding'],
    namespaced: ['Role', 'RoleBinding'],
  }),
  kinds('scheduling.k8s.io/v1', { cluster: ['PriorityClass'] }),
  kinds('scheduling.k8s.io/v1beta1', { cluster: ['PriorityClass'] }),
  kinds('storage.k8s.io/v1', { cluster: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'] }),
  kinds('storage.k8s.io/v1beta1', {
    cluster: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
    namespaced: ['CSIStorageCapacity'],
  }),
  kinds('v1', {
    cluster: ['ComponentStatus', 'Namespace', 'Node', 'PersistentVolume'],
    namespaced: [
      'ConfigMap',
      'Endpoints',
      'Event',
      'LimitRange',
      'PersistentVolumeClaim',
      'Pod',
      'PodTemplate',
      'ReplicationController',
      'ResourceQuota',
      'Secret',
      'Service',
      'ServiceAccount',
    ],
  }),
]);

function kinds(apiVersion: string, byScope: Partial<Record<Scope, readonly string[]>>): [string, Map<string, Scope>] {
  const scopes = Object.entries(byScope) as [Scope, readonly string[]][];
  return [apiVersion, new Map(scopes.flatMap(([scope, names]) => names.map(name => [name, scope] as const)))];
}
