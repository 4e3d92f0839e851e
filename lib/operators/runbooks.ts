import type { Runbook } from '../model/runbook.ts';

const app = 'argocd app get "$NAME" --show-operation';

/** What to do about Argo CD. */
export const argoCdRunbooks = {
  ArgoCDSyncFailed: {
    cause: 'A cluster refuses an object, or a Job of a migration fails.',
    commands: [app, 'kubectl get events --namespace "$NAMESPACE" --sort-by .lastTimestamp'],
  },
  ArgoCDApplicationNotSynced: {
    cause: 'A sync that fails again and again, or a repository or a cluster that is out of reach.',
    commands: [app, 'argocd cluster list', 'argocd repo list'],
  },
  ArgoCDApplicationUnhealthy: {
    cause: 'Its pods do not become ready, or something that they wait for is missing.',
    commands: [app, 'kubectl get pods --all-namespaces --field-selector status.phase!=Running'],
  },
  ArgoCDClusterUnreachable: {
    cause: 'The tailnet is down on one side, or the token of the cluster has ended.',
    commands: ['argocd cluster list', 'tailscale status'],
  },
  ArgoCDAbsent: {
    cause: 'Its controller is down, or the way to its metrics is closed.',
    commands: ['kubectl get pods --namespace argocd', 'promql: up{component="argocd"}'],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do about certificates. */
export const certManagerRunbooks = {
  CertificateExpiring: {
    cause: 'Its renewal fails: its host leads elsewhere, or the challenge is not answered.',
    commands: ['cmctl status certificate "$NAME" --namespace "$NAMESPACE"', 'kubectl get challenges --all-namespaces'],
  },
  CertificateNotReady: {
    cause: 'Its host leads elsewhere, the challenge is not answered, or the issuer has no account.',
    commands: ['cmctl status certificate "$NAME" --namespace "$NAMESPACE"', 'kubectl get clusterissuers'],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do about secrets. */
export const externalSecretsRunbooks = {
  ExternalSecretNotSynced: {
    cause: 'The entry is not in Secret Manager, or who reads it was not granted it.',
    commands: ['kubectl describe externalsecret "$NAME" --namespace "$NAMESPACE"'],
  },
  SecretStoreNotReady: {
    cause: "Google does not trust the cluster's issuer or the ServiceAccount.",
    commands: ['kubectl describe secretstore "$NAME" --namespace "$NAMESPACE"'],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do about GPUs. */
export const gpuRunbooks = {
  GPUIdle: {
    cause: 'Pods hold GPUs that they hardly use, or a node was not taken away when its last pod left.',
    commands: [
      'kubectl get pods --all-namespaces --output wide --field-selector spec.nodeName="$HOSTNAME"',
      'promql: DCGM_FI_DEV_GPU_UTIL',
    ],
  },
  GPUMemoryHigh: {
    cause: 'A model or its batches have grown, or several pods share one GPU.',
    commands: ['promql: DCGM_FI_DEV_FB_USED', 'promql: DCGM_FI_DEV_FB_FREE'],
  },
  GPUPodPending: {
    cause: 'All GPUs of the model are taken, the pool is at its most, or the cloud has none left of the kind.',
    commands: ['kubectl describe pod "$POD" --namespace "$NAMESPACE"', 'kubectl get nodeclaims'],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
