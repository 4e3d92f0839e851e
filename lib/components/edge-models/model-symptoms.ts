import type { Symptoms } from '../../model/symptoms.ts';

/** How a model image shows that it fails: in the metrics of its contract. */
export function modelSymptoms(model: string): Symptoms {
  const answers = { metric: 'model_predictions_total', labels: { model, class_name: 'a' } } as const;
  const errors = { metric: 'model_prediction_errors_total', labels: { model, reason: 'model' } } as const;
  const took = { metric: 'model_inference_duration_seconds_sum', labels: { model } } as const;
  return {
    well: [
      { ...answers, value: 0, perMinute: 60 },
      { ...errors, value: 0 },
      { ...took, value: 0, perMinute: 0.6 },
      { metric: 'model_inference_duration_seconds_count', labels: { model }, value: 0, perMinute: 60 },
      { metric: 'model_accuracy', labels: { model }, value: 0.95 },
      { metric: 'model_baseline_accuracy', labels: { model }, value: 0.96 },
    ],
    failures: [
      {
        what: 'is right less often than in training',
        series: [{ metric: 'model_accuracy', labels: { model }, value: 0.6 }],
      },
      { what: 'fails its requests', series: [{ ...errors, value: 30, perMinute: 30 }] },
      {
        what: 'answers, and says nothing of itself',
        series: [],
        gone: [answers, errors, took, { metric: 'model_accuracy' }, { metric: 'model_baseline_accuracy' }].map(
          ({ metric }) => metric,
        ),
      },
      {
        what: 'is asked nothing any more',
        series: [{ ...answers, value: 0 }],
        unwatched: 'a model may wait for callers for as long as it likes; who calls it knows better',
      },
      {
        what: 'takes a hundred times as long',
        series: [{ ...took, value: 0, perMinute: 60 }],
        unwatched: 'no model has said how fast it must be; the page about models shows it',
      },
    ],
  };
}
