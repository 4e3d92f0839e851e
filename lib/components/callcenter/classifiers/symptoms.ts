import type { OwnSeries, Symptoms } from '../../../model/symptoms.ts';

const classes = ['account', 'billing', 'delivery', 'other', 'refund', 'technical'];

/** How a model that classifies tickets shows that it fails. @param model its label */
export function ticketSymptoms(model: string): Symptoms {
  const answers = (class_name: string, perMinute: number): OwnSeries => ({
    metric: 'ticket_predictions_total',
    labels: { model, class_name },
    value: 0,
    perMinute,
  });
  const errors: OwnSeries = { metric: 'ticket_prediction_errors_total', labels: { model, reason: 'model' }, value: 0 };
  const buckets = (metric: string, bounds: readonly string[], perMinute: readonly number[]): OwnSeries[] =>
    bounds.map((le, index) => ({
      metric: `${metric}_bucket`,
      labels: { model, le },
      value: 0,
      perMinute: perMinute[index]!,
    }));
  const seconds = (perMinute: readonly number[]): OwnSeries[] =>
    buckets('ticket_prediction_duration_seconds', ['0.1', '5', '10', '+Inf'], perMinute);
  const confidence = (perMinute: readonly number[]): OwnSeries[] =>
    buckets('ticket_prediction_confidence', ['0.3', '0.8', '1', '+Inf'], perMinute);
  return {
    well: [
      ...classes.map(name => answers(name, 10)),
      errors,
      ...seconds([60, 60, 60, 60]),
      ...confidence([0, 6, 60, 60]),
    ],
    failures: [
      { what: 'fails its tickets', series: [{ ...errors, perMinute: 30 }] },
      { what: 'takes eight seconds for a ticket', series: seconds([0, 0, 60, 60]) },
      { what: 'is unsure of its answers', series: confidence([60, 60, 60, 60]) },
      {
        what: 'gives each ticket the same class',
        series: classes.map((name, index) => answers(name, index === 0 ? 60 : 0)),
        unwatched: 'the other model may still find all classes: the page about models shows it',
      },
      {
        what: 'cannot ask the registry',
        without: 'mlflow',
        series: [],
        unwatched: 'pods that run have their model; one that starts does not, and that is told of',
      },
    ],
  };
}
