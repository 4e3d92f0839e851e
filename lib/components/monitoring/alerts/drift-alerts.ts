import type { AlertTemplate, AlertTemplates } from './alert-template.ts';
import type { AlertFacts } from './facts.ts';

// The workflow that looks into drift is started for each of these, whatever its severity.
const driftLabels = { workflow: 'drift' } as const;

const byModel = 'by (cluster, namespace, model)';

const lastHour = '[1h]';
const dayBefore = '[24h] offset 1h';

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
    summary: 'Model {{ $labels.model }} is right in {{ $value | humanizePercentage }} of answers, below its training.',
    runbook: 'The drift workflow compares it with its training data. Retrain the model if it confirms the drift.',
  }),

  ModelAccuracyDropped: drift('P0', {
    threshold: 0.1,
    expr: (facts, lost) =>
      [
        `${accuracy(facts)}`,
        `< (1 - ${lost}) * avg ${byModel} (avg_over_time(${of(facts, 'model_accuracy')}[7d]))`,
      ].join('\n'),
    for: '10m',
    severity: 'critical',
    summary:
      'Model {{ $labels.model }} is right in {{ $value | humanizePercentage }} of answers, far below its 7 days.',
    runbook: 'If a release did it, go back to the previous image in overlays/images.json; else look at its inputs.',
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
    // Half the sum of the differences is the share that moved. A class that only one of both has is a difference, too.
    expr: (facts, share) =>
      [
        `0.5 * sum ${byModel} (abs(`,
        `  ${classShare(facts, lastHour)} - ${classShare(facts, dayBefore)}`,
        `  or ${classShare(facts, lastHour)}`,
        `  or ${classShare(facts, dayBefore)}`,
        `)) > ${share}`,
        enoughPredictions(facts),
      ].join('\n'),
    for: '15m',
    severity: 'warning',
    summary: 'Model {{ $labels.model }}: {{ $value | humanizePercentage }} of answers moved to other classes in a day.',
    runbook: 'Compare the panel of predictions by class with what its callers send now.',
  }),

  ModelConfidenceDropped: drift('P2', {
    threshold: 0.15,
    expr: (facts, lost) =>
      [
        `${confidence(facts, lastHour)}`,
        `< (1 - ${lost}) * ${confidence(facts, dayBefore)}`,
        enoughPredictions(facts),
      ].join('\n'),
    for: '15m',
    severity: 'warning',
    summary: 'Model {{ $labels.model }} is less sure of its answers than a day ago: {{ $value | humanizePercentage }}.',
    runbook: 'Its inputs may have changed: compare what its callers send with its training data.',
  }),
} as const satisfies AlertTemplates;

function drift(priority: 'P0' | 'P1' | 'P2', template: Omit<AlertTemplate, 'labels' | 'annotations'>): AlertTemplate {
  return { ...template, labels: { ...driftLabels, priority }, annotations: accuracies };
}

/** Both figures that the drift workflow asks for, whatever the alert itself is about. */
function accuracies({ modelNamespace }: AlertFacts): Record<string, string> {
  const text = (metric: string): string =>
    `{{ with printf "min(${metric}{namespace='${modelNamespace}', model='%s'})" $labels.model | query }}`
    + '{{ . | first | value | printf "%.4f" }}{{ end }}';
  return { current_accuracy: text('model_accuracy'), baseline_accuracy: text('model_baseline_accuracy') };
}

function of({ modelNamespace }: AlertFacts, metric: string): string {
  return `${metric}{namespace="${modelNamespace}"}`;
}

// Of several pods of a model the one that is worst off counts.
function accuracy(facts: AlertFacts): string {
  return `min ${byModel} (${of(facts, 'model_accuracy')})`;
}

function baseline(facts: AlertFacts): string {
  return `max ${byModel} (${of(facts, 'model_baseline_accuracy')})`;
}

/** Share of each class in what was predicted. */
function classShare(facts: AlertFacts, range: string): string {
  const predictions = `increase(${of(facts, 'model_predictions_total')}${range})`;
  return (
    `(sum by (cluster, namespace, model, class_name) (${predictions})`
    + ` / on (cluster, namespace, model) group_left () sum ${byModel} (${predictions}))`
  );
}

function confidence(facts: AlertFacts, range: string): string {
  const sum = (suffix: string): string =>
    `sum ${byModel} (increase(${of(facts, `model_prediction_confidence_${suffix}`)}${range}))`;
  return `${sum('sum')} / ${sum('count')}`;
}

// A handful of answers has no distribution worth comparing, and a new model none to compare with.
function enoughPredictions(facts: AlertFacts): string {
  return [lastHour, dayBefore]
    .map(range => `and sum ${byModel} (increase(${of(facts, 'model_predictions_total')}${range})) >= 100`)
    .join('\n');
}
