import type { AlertTemplate, AlertTemplates } from './alert-template.ts';
import type { AlertFacts } from './facts.ts';

// The workflow that looks into drift is started for each of these, whatever its severity.
const driftLabels = { workflow: 'drift' } as const;

/**
 * Models whose answers get worse. They read what model images measure about themselves; thresholds are shares.
 * Conditions and priorities: requirements 003-M15 to M18.
 */
export const driftAlerts = {
  ModelAccuracyDrift: drift('P1', {
    threshold: 0.05,
    expr: (facts, lost) => `${accuracy(facts)} < (1 - ${lost}) * ${baseline(facts)}`,
    for: '10m',
    severity: 'warning',
    summary: 'Model {{ $labels.model }} is right in {{ $value | humanizePercentage }} of its answers, less than when it was trained.',
    runbook: 'The drift workflow compares it with its training data. Retrain the model if it confirms the drift.',
  }),

  ModelAccuracyDropped: drift('P0', {
    threshold: 0.1,
    expr: (facts, lost) => (
      `${accuracy(facts)} < (1 - ${lost}) * avg by (cluster, namespace, model) (avg_over_time(${of(facts, 'model_accuracy')}[7d]))`
    ),
    for: '10m',
    severity: 'critical',
    summary: 'Model {{ $labels.model }} is right in {{ $value | humanizePercentage }} of its answers, much less than in the past 7 days.',
    runbook: 'Look for a change of its inputs or a bad release of the model; go back to the previous image in overlays/images.json.',
  }),

  ModelAccuracyLow: drift('P0', {
    threshold: 0.85,
    expr: (facts, share) => `${accuracy(facts)} < ${share}`,
    for: '10m',
    severity: 'critical',
    summary: 'Model {{ $labels.model }} is right in only {{ $value | humanizePercentage }} of its answers.',
    runbook: 'Go back to the previous image of the model in overlays/images.json, then retrain.',
  }),

  ModelPredictionsShifted: drift('P2', {
    threshold: 0.3,
    expr: (facts, share) => [
      '0.5 * sum by (cluster, namespace, model) (abs(',
      `  ${classShare(facts, '[1h]')}`,
      '  -',
      `  ${classShare(facts, '[24h] offset 1h')}`,
      `)) > ${share}`,
      enoughPredictions(facts),
    ].join('\n'),
    for: '15m',
    severity: 'warning',
    summary: 'Model {{ $labels.model }} answers other classes than on the day before: {{ $value | humanizePercentage }} of its answers moved.',
    runbook: 'Compare the panel of predictions by class with what its callers send now.',
  }),

  ModelConfidenceDropped: drift('P2', {
    threshold: 0.15,
    expr: (facts, lost) => [
      `${confidence(facts, '[1h]')}`,
      `< (1 - ${lost}) * ${confidence(facts, '[24h] offset 1h')}`,
      enoughPredictions(facts),
    ].join('\n'),
    for: '15m',
    severity: 'warning',
    summary: 'Model {{ $labels.model }} is less sure of its answers than on the day before: {{ $value | humanizePercentage }} on average.',
    runbook: 'Its inputs may have changed: compare what its callers send with its training data.',
  }),
} as const satisfies AlertTemplates;

function drift(priority: 'P0' | 'P1' | 'P2', template: Omit<AlertTemplate, 'labels' | 'annotations'>): AlertTemplate {
  return { ...template, labels: { ...driftLabels, priority }, annotations: accuracies };
}

/** Both figures that the drift workflow asks for, whatever the alert itself is about. */
function accuracies({ modelNamespace }: AlertFacts): Record<string, string> {
  const text = (metric: string): string => (
    `{{ with printf "min(${metric}{namespace='${modelNamespace}', model='%s'})" $labels.model | query }}` +
    '{{ . | first | value | printf "%.4f" }}{{ end }}'
  );
  return { current_accuracy: text('model_accuracy'), baseline_accuracy: text('model_baseline_accuracy') };
}

function of({ modelNamespace }: AlertFacts, metric: string): string {
  return `${metric}{namespace="${modelNamespace}"}`;
}

// Of several pods of a model the one that is worst off counts.
function accuracy(facts: AlertFacts): string {
  return `min by (cluster, namespace, model) (${of(facts, 'model_accuracy')})`;
}

function baseline(facts: AlertFacts): string {
  return `max by (cluster, namespace, model) (${of(facts, 'model_baseline_accuracy')})`;
}

/** Share of each class in what was predicted. */
function classShare(facts: AlertFacts, range: string): string {
  const predictions = `increase(${of(facts, 'model_predictions_total')}${range})`;
  return `sum by (cluster, namespace, model, class_name) (${predictions})` +
    ` / on (cluster, namespace, model) group_left () sum by (cluster, namespace, model) (${predictions})`;
}

function confidence(facts: AlertFacts, range: string): string {
  const sum = (suffix: string): string => (
    `sum by (cluster, namespace, model) (increase(${of(facts, `model_prediction_confidence_${suffix}`)}${range}))`
  );
  return `${sum('sum')} / ${sum('count')}`;
}

// A handful of answers has no distribution worth comparing.
function enoughPredictions(facts: AlertFacts): string {
  return `and sum by (cluster, namespace, model) (increase(${of(facts, 'model_predictions_total')}[1h])) >= 100`;
}
