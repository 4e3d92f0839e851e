import type { JudgeFinding } from './finding.ts';

/** A finding that is right about the object and wrong about the platform. */
export interface Exception {
  readonly judge: string;
  readonly check: string;

  /** Which objects, by their whole name: `Deployment/mlflow-dev/mlflow`. */
  readonly objects: RegExp;
  readonly reason: string;
}

/** One line each. A line that explains no finding is an error. */
export const exceptions: readonly Exception[] = [
  { judge: 'kube-apiserver', check: 'warning', objects: /^AppProject\/argocd\//, reason: 'Argo CD knows the finalizer of a project by this name only, without a path' },
  { judge: 'checkov', check: 'CKV_K8S_43', objects: /^(Deployment|StatefulSet)\//, reason: 'images are exact versions; a digest is a choice of whoever promotes, in overlays/images.json' },
  { judge: 'checkov', check: 'CKV_K8S_15', objects: /^(Deployment|StatefulSet)\//, reason: 'an exact version never changes, and a site whose registry is out of reach must be able to restart its pods' },
  { judge: 'checkov', check: 'CKV_K8S_35', objects: /\/(alert-bridge|grafana)$/, reason: 'these programs read the value from their environment only' },
  { judge: 'kube-score', check: 'container-image-pull-policy', objects: /^(Deployment|StatefulSet)\//, reason: 'an exact version never changes, and a site whose registry is out of reach must be able to restart its pods' },
  { judge: 'kube-score', check: 'service-type', objects: /^Service\/.*-nodeport$/, reason: 'the way in from the other cluster, over the tailnet' },
  { judge: 'kube-score', check: 'deployment-replicas', objects: /\/(alert-bridge|(edge-)?kube-state-metrics)$/, reason: 'two would do everything twice, and a restart loses nothing' },
  { judge: 'kube-score', check: 'deployment-replicas', objects: /\/ml-apps-[^/]*\//, reason: 'the edge has one node, so a second pod helps against load only' },
  { judge: 'kube-score', check: 'deployment-replicas', objects: /\/mlflow$/, reason: 'its database is a file on one disk' },
  { judge: 'kube-score', check: 'deployment-strategy', objects: /\/mlflow$/, reason: 'its database is a file on one disk, which two pods must not open' },
  { judge: 'kube-score', check: 'pod-probes-identical', objects: /\/(mlflow|grafana|iris-classifier|wine-quality|fashion-mnist)$/, reason: 'the program has one page that tells of its health' },
  { judge: 'kube-score', check: 'deployment-has-poddisruptionbudget', objects: /\/ml-apps-[^/]*\//, reason: 'the edge has one node, and a budget would only block its drain' },
  { judge: 'kube-score', check: 'deployment-has-host-podantiaffinity', objects: /\/ml-apps-[^/]*\//, reason: 'the edge has one node' },
  { judge: 'kube-score', check: 'horizontalpodautoscaler-replicas', objects: /\/ml-apps-[^/]*\//, reason: 'the edge has one node, and a quiet model is to leave it to the others' },
  { judge: 'kube-score', check: 'networkpolicy-targets-pod', objects: /\/allow-certificate-challenges$/, reason: 'its pods are there only while a certificate is issued' },
];

/** Findings that no exception explains. */
export function unexplained(findings: readonly JudgeFinding[]): string[] {
  return findings.filter(finding => !exceptions.some(row => explains(row, finding)))
    .map(({ object, check, text }) => `${object}: ${check}: ${text}`);
}

/** Exceptions for a judge that explain none of everything it found. */
export function unused(judge: string, findings: readonly JudgeFinding[]): string[] {
  return exceptions.filter(row => row.judge === judge && !findings.some(finding => explains(row, finding)))
    .map(({ check, objects }) => `exception for ${check} of ${String(objects)}: explains no finding, must go`);
}

function explains({ judge, check, objects }: Exception, finding: JudgeFinding): boolean {
  return judge === finding.judge && check === finding.check && objects.test(finding.object);
}
