import type { AlertCase } from './alert-case.ts';

const model = 'cluster="far", component="edge-models", namespace="ml-apps", model="iris"';
const labels = { cluster: 'far', namespace: 'ml-apps', model: 'iris', workflow: 'drift' };
const onePod = `${model}, pod="iris-0"`;

/** Alerts about models whose answers get worse. */
export const driftCases: readonly AlertCase[] = [
  {
    alert: 'ModelAccuracyDrift',
    series: {
      [`model_accuracy{${onePod}}`]: '0.93x9 0.9x20 0.95x20',
      [`model_accuracy{${model}, pod="iris-1"}`]: '0.96x60',
      [`model_baseline_accuracy{${onePod}}`]: '0.96x60',
    },
    quiet: [9, 15, 35],
    fires: [20, 30],
    labels: { ...labels, severity: 'warning', priority: 'P1' },
  },
  {
    alert: 'ModelAccuracyDropped',
    series: { [`model_accuracy{${onePod}}`]: '0.98x1440 0.87x30 0.98x30' },
    quiet: [1440, 1445, 1480],
    fires: [1452, 1470],
    labels: { ...labels, severity: 'critical', priority: 'P0' },
  },
  {
    alert: 'ModelAccuracyLow',
    series: { [`model_accuracy{${onePod}}`]: '0.86x9 0.84x20 0.86x20' },
    quiet: [9, 15, 35],
    fires: [20, 30],
    labels: { ...labels, severity: 'critical', priority: 'P0' },
  },
  {
    alert: 'ModelPredictionsShifted',
    series: {
      // A day of equal halves; then four hours in which a class that was new takes two of five answers; then halves.
      [`model_predictions_total{${onePod}, class_name="a"}`]: '0+10x1500 15000+6x240 16440+10x1500',
      [`model_predictions_total{${onePod}, class_name="b"}`]: '0+10x1500 15000+6x240 16440+10x1500',
      [`model_predictions_total{${onePod}, class_name="c"}`]: '_x1500 0+8x240 1920x1500',
      // A model that started today has no day before to compare with.
      'model_predictions_total{cluster="far", component="edge-models", namespace="ml-apps", model="new", pod="n-0", class_name="a"}':
        '_x1480 0+9x1800',
    },
    quiet: [1500, 1520, 1900],
    fires: [1600, 1730],
    labels: { ...labels, severity: 'warning', priority: 'P2' },
  },
  {
    alert: 'ModelConfidenceDropped',
    series: {
      [`model_predictions_total{${onePod}, class_name="a"}`]: '0+10x3000',
      [`model_prediction_confidence_count{${onePod}}`]: '0+10x3000',
      [`model_prediction_confidence_sum{${onePod}}`]: '0+9x1500 13500+7x240 15180+9x1260',
    },
    quiet: [1500, 1520, 1900],
    fires: [1600, 1730],
    labels: { ...labels, severity: 'warning', priority: 'P2' },
  },
  {
    alert: 'ModelMetricsAbsent',
    series: {
      'up{cluster="far", component="edge-models", job="k3d-ml-apps", service="iris", instance="a:1"}': '1x60',
      'up{cluster="far", component="edge-models", job="k3d-ml-apps", service="silent", instance="b:1"}': '1x29 0x30',
      'up{cluster="far", component="edge-models", job="k3d-ml-apps", service="down", instance="c:1"}': '0x60',
      'model_baseline_accuracy{cluster="far", component="edge-models", namespace="ml-apps", service="iris", model="iris"}':
        '0.96x60',
    },
    quiet: [14, 36],
    fires: [15, 29],
    labels: { cluster: 'far', service: 'silent', severity: 'warning' },
  },
  {
    alert: 'ModelAccuracyUnknown',
    series: {
      // It predicts from the start, and learns after four hours which of its answers were right.
      [`model_predictions_total{${onePod}, class_name="a"}`]: '0+10x300',
      [`model_accuracy{${onePod}}`]: '_x240 0.95x60',
      'model_predictions_total{cluster="far", component="edge-models", namespace="ml-apps", model="idle", pod="i-0", class_name="a"}':
        '3x300',
    },
    quiet: [60, 245],
    fires: [80, 235],
    labels: { cluster: 'far', namespace: 'ml-apps', model: 'iris', severity: 'warning' },
  },
];
