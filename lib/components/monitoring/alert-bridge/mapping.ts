// Bloblang. Nothing that an alert says reaches GitHub unchecked: workflows put inputs into shell scripts.

/** One webhook to the list of its alerts that fire. */
export const firingAlerts = `root = this.alerts.filter(alert -> alert.status == "firing")
`;

/** Whether an alert is about drift, and so starts the other workflow. */
export const isDrift = 'this.labels.workflow.or("") == "drift"';

/**
 * An alert to the dispatch of `ai-drift-detection.yml`. A model drifts also where nobody knows its accuracy yet, which is then
 * `unknown`; one that is no number fails, and is a dead letter.
 */
export function driftDispatch(ref: string): string {
  return `meta workflow = "ai-drift-detection.yml"
${checks}
root.ref = ${JSON.stringify(ref)}
root.inputs.model_name = this.labels.model.apply("name")
root.inputs.current_accuracy = this.annotations.current_accuracy.or("").apply("accuracy")
root.inputs.baseline_accuracy = this.annotations.baseline_accuracy.or("").apply("accuracy")
`;
}

/**
 * An alert to the dispatch of `ai-log-analysis.yml`. The namespace of an alert that names none comes from a variable,
 * since it is the one thing here that depends on the environment.
 */
export function logAnalysisDispatch(ref: string): string {
  return `meta workflow = "ai-log-analysis.yml"
${checks}
root.ref = ${JSON.stringify(ref)}
# The workflow knows a cluster by the first word of its label: gcp or k3d.
root.inputs.cluster = this.labels.cluster.apply("name").split("-").index(0)
root.inputs.alert_name = this.labels.alertname.apply("name")
root.inputs.alert_severity = this.labels.severity.apply("name")
root.inputs.pod_name = this.labels.pod.or("none").apply("name")
root.inputs.namespace = this.labels.namespace.or(env("DEFAULT_NAMESPACE")).apply("name")
`;
}

const checks = `map name {
  root = if this.re_match("^[A-Za-z0-9][A-Za-z0-9_.-]{0,252}$") { this } else { throw("not a name") }
}
map accuracy {
  root = match {
    this == "" => "unknown"
    this.re_match("^[0-9]+([.][0-9]+)?$") => this
    _ => throw("not a number")
  }
}`;
