import type { Cluster } from '../../../lib/model/cluster.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { bundledClass } from '../platform/bundled-class.ts';
import { until } from '../processes/until.ts';
import type { Api } from './api.ts';

/** Gives an empty cluster what its distribution bundles: the storage class and the ingress class of its row. */
export async function furnish(api: Api, row: Cluster): Promise<void> {
  await until('kube-system exists', {
    missing: async () => {
      await api.get('/api/v1/namespaces/kube-system');
      return undefined;
    },
    seconds: 30,
  });
  for (const manifest of bundled(row)) {
    const { status, body } = await api.apply(manifest);
    if (status >= 300) throw new Error(`${manifest.kind} ${manifest.metadata.name}: ${String(body['message'])}`);
  }
}

function bundled({ storageClass = bundledClass, ingress }: Cluster): Manifest[] {
  const storage: Manifest = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: storageClass, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'kubernetes.io/host-path', // the one that the controller-manager itself provides
    volumeBindingMode: 'WaitForFirstConsumer',
  };
  if (!ingress) return [storage];

  return [
    storage,
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: ingress.className },
      spec: { controller: `conformance/${ingress.className}` },
    },
  ];
}
