import { certManagerMetrics } from '../../../lib/operators/cert-manager.ts';

/** What alerts read, as `lib/operators/` has it, and what a text of figures lacks of it. */
export function missingFigures(text: string): string[] {
  return Object.entries(certManagerMetrics.metrics)
    .filter(([name, { labels }]) => {
      const lines = text.split('\n').filter(line => line.startsWith(`${name}{`));
      return !lines.some(line => labels.every(label => new RegExp(`[{,]${label}="`).test(line)));
    })
    .map(([name]) => name);
}
