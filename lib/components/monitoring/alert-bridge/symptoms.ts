import type { Failure, Symptoms } from '../../../model/symptoms.ts';

const github = { label: 'github_api', path: 'root.output.fallback.0.reject_errored' } as const;
const kept = { label: 'dead_letters', path: 'root.output.fallback.1' } as const;

// One alert in ten minutes: all tries of it fail, and then it is a dead letter.
const refused = [
  { metric: 'output_error', labels: github, value: 1, perMinute: 0.1 },
  { metric: 'output_sent', labels: kept, value: 1, perMinute: 0.1 },
] satisfies Failure['series'];

/** How Bento shows that alerts do not become workflows. */
export const bridgeSymptoms: Symptoms = {
  well: [
    { metric: 'input_received', labels: { label: 'webhook', path: 'root.input' }, value: 0, perMinute: 0.1 },
    { metric: 'output_error', labels: github, value: 0 },
    { metric: 'output_sent', labels: github, value: 0, perMinute: 0.1 },
    { metric: 'output_sent', labels: kept, value: 0 },
  ],
  failures: [
    { what: 'cannot reach GitHub', without: 'api.github.com', series: refused },
    { what: 'is refused by GitHub, since its token ended', series: refused },
  ],
};
