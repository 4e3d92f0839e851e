import type { AlertCase } from './alert-case.ts';

const target = 'cluster="near", component="callcenter", namespace="callcenter", model="tfidf"';
const labels = { cluster: 'near', namespace: 'callcenter', severity: 'warning' };
const seconds = (le: string): string => `ticket_prediction_duration_seconds_bucket{${target}, le="${le}"}`;
const confidence = (le: string): string => `ticket_prediction_confidence_bucket{${target}, le="${le}"}`;
const tickets = (className: string): string => `ticket_predictions_total{${target}, class_name="${className}"}`;

/** Alerts about the models that classify tickets. */
export const ticketCases: readonly AlertCase[] = [
  {
    alert: 'CallCenterSlowInference',
    series: {
      [seconds('0.1')]: '0+60x10 600x25 600+60x30',
      [seconds('5')]: '0+60x10 600x25 600+60x30',
      [seconds('10')]: '0+60x66',
      [seconds('+Inf')]: '0+60x66',
    },
    quiet: [9, 18, 50],
    fires: [25, 35],
    labels: { ...labels, model: 'tfidf' },
  },
  {
    alert: 'CallCenterLowConfidence',
    series: {
      // Nine of ten are sure, then none, then nine of ten again.
      [confidence('0.8')]: '0+6x10 60+60x20 1260+6x30',
      [confidence('1')]: '0+60x61',
      [confidence('+Inf')]: '0+60x61',
    },
    quiet: [9, 13, 50],
    fires: [20, 30],
    labels: { ...labels, model: 'tfidf' },
  },
  {
    alert: 'CallCenterClassImbalance',
    series: {
      // For half an hour one class has all the tickets. An hour later nobody remembers the others.
      [tickets('a')]: '0+10x180',
      [tickets('b')]: '0+10x20 200x100 200+10x60',
      [tickets('c')]: '0+10x20 200x100 200+10x60',
      [tickets('d')]: '0+10x20 200x100 200+10x60',
      [tickets('e')]: '0+10x20 200x100 200+10x60',
    },
    quiet: [60, 79, 140],
    fires: [100, 119],
    labels,
  },
  {
    // Too few tickets to say anything.
    alert: 'CallCenterClassImbalance',
    series: { [tickets('a')]: '0+1x120' },
    quiet: [60, 100, 120],
    fires: [],
    labels,
  },
  {
    alert: 'CallCenterTicketsFailing',
    series: {
      [tickets('a')]: '0+60x60',
      [`ticket_prediction_errors_total{${target}, reason="model"}`]: '0x10 0+30x20 600x30',
      [`ticket_prediction_errors_total{${target}, reason="input"}`]: '0+60x60',
    },
    quiet: [9, 11, 45],
    fires: [20, 30],
    labels: { ...labels, model: 'tfidf', severity: 'critical' },
  },
];
