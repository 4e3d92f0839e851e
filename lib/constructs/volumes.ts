import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { asksOf } from '../model/ask.ts';
import { ComponentChart, serviceNameOf } from './component-chart.ts';
import { kubernetes } from './kubernetes.ts';
import type { PodProps } from './pod-props.ts';
import { extraMounts, extraVolumes } from './extra-volumes.ts';
import { secretMounts, secretVolumes } from './secret-files.ts';
import { volumeName } from './volume-name.ts';

// The API server, its certificate and the namespace: what client libraries look for at this path.
const tokenPath = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * Volumes of a pod, in the order of their mounts. Those that an environment may add come first, which is where a merge
 * puts them: so its patch need not name the others.
 */
export function volumesOf(scope: Construct, claimName: string | undefined, props: PodProps): k8s.Volume[] {
  const { config = [], sizing } = props;
  const service = serviceNameOf(scope);
  return [
    ...extraVolumes(scope, props),
    ...writableFolders(props).map(({ name }) => ({
      name,
      emptyDir: { sizeLimit: kubernetes.Quantity.fromString(sizing.scratch) },
    })),
    ...config.map(({ name }) => ({ name, configMap: { name: `${service}-${name}` } })),
    ...secretVolumes(props),
    ...(claimName ? [{ name: 'data', persistentVolumeClaim: { claimName } }] : []),
    ...(readsKubernetesApi(scope) ? [tokenVolume] : []),
  ];
}

/** Where the service's own container finds its volumes. */
export function mountsOf(scope: Construct, props: PodProps): k8s.VolumeMount[] {
  return [...extraMounts(props), ...houseMounts(scope, props)];
}

/** Where it finds those that every pod of the house has, or that its service's props imply. */
export function houseMounts(scope: Construct, props: PodProps): k8s.VolumeMount[] {
  const { config = [], claimPath } = props;
  return [
    ...writableFolders(props),
    ...config.map(({ name, mountPath }) => ({ name, mountPath, readOnly: true })),
    ...secretMounts(props),
    ...(claimPath ? [{ name: 'data', mountPath: claimPath }] : []),
    ...(readsKubernetesApi(scope) ? [{ name: 'kubernetes-api', mountPath: tokenPath, readOnly: true }] : []),
  ];
}

/** Whoever asked for the API gets a token, and nobody else. */
function readsKubernetesApi(scope: Construct): boolean {
  const { asked } = ComponentChart.of(scope);
  return asksOf(asked, 'api').some(({ by }) => by.service === serviceNameOf(scope));
}

function writableFolders({ writable = [] }: PodProps): { name: string; mountPath: string }[] {
  return ['/tmp', ...writable].map(mountPath => ({ name: volumeName(mountPath), mountPath }));
}

// Mounted by hand because automatic mounting is off for the whole house: only who asks gets a token.
const tokenVolume: k8s.Volume = {
  name: 'kubernetes-api',
  projected: {
    defaultMode: 0o444,
    sources: [
      { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } },
      { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      { downwardApi: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
    ],
  },
};
