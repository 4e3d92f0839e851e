import { chartBounds } from '../clusters/chart-bounds.ts';
import { podSecurityLabels } from '../clusters/namespace.ts';
import { kindsOf } from '../kinds/index.ts';
import type { Kinds } from '../kinds/kinds.ts';
import { guarded } from '../model/sync.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Platform } from '../model/platform.ts';
import type { Json } from '../yaml/json.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import { argocdNamespace } from './names.ts';

/**
 * What Argo CD's programs read when they start. Sized for a small machine and a few dozen Applications.
 *
 * A sync has no timeout: it would count from the first try, beat the number of retries, and leave the commit for ever. What
 * ends a sync that waits is the health of what it waits for, and the deadline of a Job.
 */
export const processSettings: Readonly<Record<string, string>> = {
  'controller.diff.server.side': 'true',
  'controller.status.processors': '5',
  'controller.operation.processors': '3',
  'controller.kubectl.parallelism.limit': '5',
  'controller.k8sclient.retry.max': '3', // the way to the edge may fail for a moment
  'reposerver.parallelism.limit': '1',
};

/** Argo CD's namespace with its bounds, and its own configuration, which it reads again whenever it changes. */
export function settings(platform: Platform): Manifest[] {
  const home = platform.clusters[0]!;
  const { programs } = platform.argoCd;
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: argocdNamespace,
        labels: podSecurityLabels(home),
        // With it, everything that Argo CD knows would go, and nobody would be left to bring it back.
        annotations: guarded('keep'),
      },
    },
    configMap('argocd-cm', { ...generalSettings, ...healthScripts(kindsOf(platform)) }),
    configMap('argocd-cmd-params-cm', processSettings),
    configMap('argocd-rbac-cm', accessSettings),
    ...(programs ? chartBounds(argocdNamespace, programs, home, platform) : []),
  ];
}

/** Argo CD finds its configuration by this label. */
function configMap(name: string, data: Readonly<Record<string, string>>): Manifest {
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'argocd' };
  const metadata = { name, namespace: argocdNamespace, labels };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { ...data } };
}

/** Who is not given a role may do nothing. */
const accessSettings = { 'policy.default': '' };

const generalSettings = {
  'application.resourceTrackingMethod': 'annotation',
  'admin.enabled': 'true',
  'exec.enabled': 'false',
  // On another cluster it may not read everything: what it may not, it does not watch.
  'resource.respectRBAC': 'strict',
  'timeout.reconciliation': '180s',
  'timeout.reconciliation.jitter': '60s',
  ...ignored('admissionregistration.k8s.io_MutatingWebhookConfiguration', '.webhooks[]?.clientConfig.caBundle'),
  ...ignored('admissionregistration.k8s.io_ValidatingWebhookConfiguration', '.webhooks[]?.clientConfig.caBundle'),
  ...ignored('apiextensions.k8s.io_CustomResourceDefinition', '.spec.conversion.webhook.clientConfig.caBundle'),
  'resource.customizations.ignoreResourceUpdates.all': yamlText({ jsonPointers: ['/status'] }),
  'resource.compareoptions': yamlText({ ignoreAggregatedRoles: true, ignoreResourceStatusField: 'all' }),
  'resource.exclusions': yamlText([
    // Written all the time by the clusters themselves: to watch them costs memory, and nobody looks at them.
    excluded(['', 'discovery.k8s.io'], ['Endpoints', 'EndpointSlice']),
    excluded(['coordination.k8s.io'], ['Lease']),
    excluded(['authentication.k8s.io', 'authorization.k8s.io'], ['*']),
    excluded(['certificates.k8s.io'], ['CertificateSigningRequest']),
    excluded(['cert-manager.io'], ['CertificateRequest']),
  ]),
};

/** How Argo CD knows that objects are well which it has no check of its own for. */
function healthScripts({ all }: Kinds): Record<string, string> {
  return Object.fromEntries(
    all.flatMap(({ group, kind, health }) =>
      typeof health === 'object' ? [[`resource.customizations.health.${group}_${kind}`, health.lua]] : [],
    ),
  );
}

/** Certificates that operators write into objects of their charts. */
function ignored(kind: string, path: string): Record<string, string> {
  return { [`resource.customizations.ignoreDifferences.${kind}`]: yamlText({ jqPathExpressions: [path] }) };
}

function excluded(apiGroups: readonly string[], kinds: readonly string[]): Json {
  return { apiGroups, kinds, clusters: ['*'] };
}
