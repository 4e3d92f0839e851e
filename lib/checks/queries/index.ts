import type { Family } from '../family.ts';
import { metricsOfVersion } from './metrics-of-version.ts';
import { queryReadsSeries } from './query-reads-series.ts';
import { retentionHoldsWindows } from './retention-holds-windows.ts';

export const queries: Family = {
  title: 'Whether queries find what they ask for',
  rules: [queryReadsSeries, retentionHoldsWindows, metricsOfVersion],
};
