import type { AlertTemplate, AlertTemplates } from '../../model/alert.ts';

// The workflow that looks into drift is started for each of these, whatever its severity.
const driftLabels = { workflow: 'drift' } as const;

/** Both figures that the drift workflow asks for, whatever the alert itself is about. */
const accuracies = {
  current_accuracy: figureOf('model_accuracy'),
  baseline_accuracy: figureOf('model_baseline_accuracy'),
} as const;

const byModel = 'by (cluster, namespace, model)';

const lastHour = '[1h]';
const dayBefore = '[24h] offset 1h';

/**
 * Models whose answers get worse. They read what model images measure about themselves; thresholds are shares.
 */
export const driftAlerts = {
  ModelAccuracyDrift: drift('P1', {
    threshold: 0.05,
    expr: lost => `${accuracy()} < (1 - ${lost}) * ${baseline()}`,
    for: '10m',
    severity: 'warning',
    summary: 'Model {{ $labels.model }} is right in {{ $value | humanizePercentage }} of answers, below its training.',
    runbook: 'The drift workflow compares it with its training data. Retrain the model if it confirms the drift.',
  }),

  ModelAccuracyDropped: drift('P0', {
    threshold: 0.1,
    expr: lost =>
      [`${accuracy()}`, `< (1 - ${lost}) * avg ${byModel} (avg_over_time(${of('model_accuracy')}[7d]))`].join('\n'),
    for: '10m',
    severity: 'critical',
    summary:
      'Model {{ $labels.model }} is right in {{ $value | humanizePercentage }} of answers, far below its 7 days.',
    runbook: 'If a release did it, go back to the previous image in overlays/images.json; else look at its inputs.',
  }),

  ModelAccuracyLow: drift('P0', {
    threshold: 0.85,
    expr: share => `${accuracy()} < ${share}`,
    for: '10m',
    severity: 'critical',
    summary: 'Model {{ $labels.model }} is right in only {{ $value | humanizePercentage }} of its answers.',
    runbook: 'Go back to the previous image of the model in overlays/images.json, then retrain.',
  }),

  ModelPredictionsShifted: drift('P2', {
    threshold: 0.3,
    // Half the sum of the differences is the share that moved. A class that only one of both has is a difference, too.
    expr: share =>
      [
        `0.5 * sum ${byModel} (abs(`,
        `  ${classShare(lastHour)} - ${classShare(dayBefore)}`,
        `  or ${classShare(lastHour)}`,
        `  or ${classShare(dayBefore)}`,
        `)) > ${share}`,
        enoughPredictions(),
      ].join('\n'),
    for: '15m',
    severity: 'warning',
    summary: 'Model {{ $labels.model }}: {{ $value | humanizePercentage }} of answers moved to other classes in a day.',
    runbook: 'Compare the panel of predictions by class with what its callers send now.',
  }),

  ModelConfidenceDropped: drift('P2', {
    threshold: 0.15,
    expr: lost =>
      [`${confidence(lastHour)}`, `< (1 - ${lost}) * ${confidence(dayBefore)}`, enoughPredictions()].join('\n'),
    for: '15m',
    severity: 'warning',
    summary: 'Model {{ $labels.model }} is less sure of its answers than a day ago: {{ $value | humanizePercentage }}.',
    runbook: 'Its inputs may have changed: compare what its callers send with its training data.',
  }),
} as const satisfies AlertTemplates;

function drift(priority: 'P0' | 'P1' | 'P2', template: Omit<AlertTemplate, 'labels' | 'annotations'>): AlertTemplate {
  return { ...template, labels: { ...driftLabels, priority }, annotations: accuracies };
}

function figureOf(metric: string): string {
  return (
    `{{ with printf "min(${metric}{component='edge-models', model='%s'})" $labels.model | query }}`
    + '{{ . | first | value | printf "%.4f" }}{{ end }}'
  );
}

function of(metric: string): string {
  return `${metric}{component="edge-models"}`;
}

// Of several pods of a model the one that is worst off counts.
function accuracy(): string {
  return `min ${byModel} (${of('model_accuracy')})`;
}

function baseline(): string {
  return `max ${byModel} (${of('model_baseline_accuracy')})`;
}

/** Share of each class in what was predicted. */
function classShare(range: string): string {
  const predictions = `increase(${of('model_predictions_total')}${range})`;
  return (
    `(sum by (cluster, namespace, model, class_name) (${predictions})`
    + ` / on (cluster, namespace, model) group_left () sum ${byModel} (${predictions}))`
  );
}

function confidence(range: string): string {
  const sum = (suffix: string): string =>
    `sum ${byModel} (increase(${of(`model_prediction_confidence_${suffix}`)}${range}))`;
  return `${sum('sum')} / ${sum('count')}`;
}

// A handful of answers has no distribution worth comparing, and a new model none to compare with.
function enoughPredictions(): string {
  return [lastHour, dayBefore]
    .map(range => `and sum ${byModel} (increase(${of('model_predictions_total')}${range})) >= 100`)
    .join('\n');
}
