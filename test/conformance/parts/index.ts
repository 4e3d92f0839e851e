import { api } from './api.ts';
import { argocd } from './argocd.ts';
import { chart } from './chart.ts';
import { config } from './config.ts';
import { judges } from './judges.ts';
import { rollouts } from './rollouts.ts';
import type { Part } from './setting.ts';

/** The parts by the names that `--only` takes, in the order in which they run. */
export const parts = { api, rollouts, chart, config, judges, argocd } satisfies Record<string, Part>;

/** Name of a part. */
export type PartName = keyof typeof parts;
