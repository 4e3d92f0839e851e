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
  { judge: 'checkov', check: 'CKV_K8S_43', objects: /^(Deployment|StatefulSet)\//, reason: 'images are exact versions; a digest is a choice of whoever promotes, in overlays/images.json' },
  { judge: 'checkov', check: 'CKV_K8S_15', objects: /^(Deployment|StatefulSet)\//, reason: 'an exact version never changes, and a site whose registry is out of reach must be able to restart its pods' },
  { judge: 'checkov', check: 'CKV_K8S_35', objects: /\/(alert-bridge|grafana)$/, reason: 'these programs read the value from their environment only' },
];

/** What the exceptions leave: findings that none explains, and exceptions that explain none. */
export function unexplained(judge: string, findings: readonly JudgeFinding[]): string[] {
  const rows = exceptions.filter(row => row.judge === judge);
  const open = findings.filter(finding => !rows.some(row => explains(row, finding)));
  const unused = rows.filter(row => !findings.some(finding => explains(row, finding)));
  return [
    ...open.map(({ check, object, text }) => `${object}: ${check}: ${text}`),
    ...unused.map(({ check, objects }) => `exceptions: ${check} of ${String(objects)} explains no finding, must go`),
  ];
}

function explains({ check, objects }: Exception, finding: JudgeFinding): boolean {
  return check === finding.check && objects.test(finding.object);
}
