import type { JudgeFinding } from './finding.ts';

/** A finding that is right about the object and wrong about the platform. */
export interface Exception {
  readonly judge: string;
  readonly check: string;

  /** Which objects, by their whole name: `Deployment/mlflow-dev/mlflow`. */
  readonly objects: RegExp;
  readonly reason: string;
}

const apiserver = judgedBy('kube-apiserver');
const checkov = judgedBy('checkov');
const kubeScore = judgedBy('kube-score');

const workloads = /^(Deployment|StatefulSet)\//;
const onEdge = /\/ml-apps-[^/]*\//;
const ofCallCenter = /^Deployment\/callcenter-[^/]*\/(agent|tfidf|transformer)-service$/;
const inDev = /^Deployment\/callcenter-dev\/(agent|tfidf|transformer)-service$/;
const ofTenants = /\/tenant-[^/]*\/ml-inference$/;
const ofTenantsInDev = /\/tenant-[^/]*-dev\/ml-inference$/;
const isSpread = 'a constraint keeps them apart, and no rollout waits for a node without one of them';
const oneHealthPage = /\/(mlflow|grafana|iris-classifier|wine-quality|fashion-mnist)$/;
const toolNamespaces = /^NetworkPolicy\/(argocd|cert-manager|external-secrets)\//;
const isExact = 'an exact version never changes, and a site without its registry must be able to restart its pods';

/** One line each. A line that explains no finding is an error. */
export const exceptions: readonly Exception[] = [
  apiserver('warning', /^AppProject\/argocd\//, 'Argo CD knows the finalizer of a project by this name only'),
  checkov('CKV_K8S_43', workloads, 'versions are exact; a digest is up to whoever promotes, in overlays/images.json'),
  checkov('CKV_K8S_15', workloads, isExact),
  checkov('CKV_K8S_158', /\/argocd-manager$/, 'Argo CD delivers roles, and only who may escalate can make them'),
  kubeScore('container-image-pull-policy', workloads, isExact),
  kubeScore('service-type', /^Service\/.*-nodeport$/, 'the way in from the other cluster, over the tailnet'),
  kubeScore('deployment-replicas', /\/(alert-bridge|(edge-)?kube-state-metrics)$/, 'two would do everything twice'),
  kubeScore('deployment-replicas', onEdge, 'the edge has one node, so a second pod helps against load only'),
  kubeScore('deployment-replicas', /\/mlflow$/, 'its database is a file on one disk'),
  kubeScore('deployment-strategy', /\/mlflow$/, 'its database is a file on one disk, which two pods must not open'),
  kubeScore('pod-probes-identical', oneHealthPage, 'the program has one page that tells of its health'),
  kubeScore('deployment-has-poddisruptionbudget', onEdge, 'with one node a budget would only block its drain'),
  kubeScore('deployment-has-host-podantiaffinity', onEdge, 'the edge has one node'),
  kubeScore('horizontalpodautoscaler-replicas', onEdge, 'one node: a quiet model is to leave it to the others'),
  checkov(
    'CKV_K8S_35',
    /\/callcenter-[^/]*\/mlflow$/,
    'what connects MLflow to PostgreSQL reads a variable of this name',
  ),
  checkov(
    'CKV_K8S_35',
    /\/callcenter-[^/]*\/redis$/,
    'the exporter reads its password from a variable, or from a file of its own form',
  ),
  kubeScore('deployment-replicas', /\/redis$/, 'its memory is written to one disk'),
  kubeScore('deployment-strategy', /\/redis$/, 'its memory is written to one disk, which two pods must not open'),
  kubeScore('pod-probes-identical', /\/(redis|postgres)$/, 'one command tells whether it answers'),
  kubeScore('deployment-replicas', inDev, 'dev is small, and may be without one for a moment'),
  kubeScore('deployment-has-host-podantiaffinity', ofCallCenter, isSpread),
  kubeScore('deployment-has-host-podantiaffinity', ofTenants, isSpread),
  kubeScore('deployment-has-poddisruptionbudget', ofTenantsInDev, 'with one pod a budget would only block its drain'),
  kubeScore('horizontalpodautoscaler-replicas', ofTenantsInDev, 'dev is small, and may be without one for a moment'),
  kubeScore('networkpolicy-targets-pod', /\/allow-certificate-challenges$/, 'its pods live as long as a challenge'),
  kubeScore(
    'networkpolicy-targets-pod',
    toolNamespaces,
    'its pods come with the chart of the tool, which is not rendered here',
  ),
];

/** Findings that no exception explains. */
export function unexplained(findings: readonly JudgeFinding[]): string[] {
  return findings
    .filter(finding => !exceptions.some(row => explains(row, finding)))
    .map(({ object, check, text }) => `${object}: ${check}: ${text}`);
}

/** Exceptions for a judge that explain none of everything it found. */
export function unused(judge: string, findings: readonly JudgeFinding[]): string[] {
  return exceptions
    .filter(row => row.judge === judge && !findings.some(finding => explains(row, finding)))
    .map(({ check, objects }) => `exception for ${check} of ${String(objects)}: explains no finding, must go`);
}

function explains({ judge, check, objects }: Exception, finding: JudgeFinding): boolean {
  return judge === finding.judge && check === finding.check && objects.test(finding.object);
}

function judgedBy(judge: string): (check: string, objects: RegExp, reason: string) => Exception {
  return (check, objects, reason) => ({ judge, check, objects, reason });
}
