import { join } from 'node:path';
import { tryAlertmanager } from '../configuration/alertmanager.ts';
import { tryBento } from '../configuration/bento.ts';
import { configMaps } from '../configuration/config-maps.ts';
import { tryCoverage } from '../configuration/coverage.ts';
import { tryPrometheus } from '../configuration/prometheus.ts';
import type { Part } from './setting.ts';

/** What the programs in the containers read, judged by those programs' own tools. */
export const config: Part = {
  families: ['kustomize', 'prometheus', 'alertmanager', 'bento'],
  run: async ({ ledger, folder, dist }) => {
    const book = ledger.part('config');
    const maps = await configMaps(dist);
    await tryPrometheus(book, maps, join(folder, 'configuration'));
    await tryAlertmanager(book, maps, join(folder, 'configuration'));
    await tryCoverage(book, maps, join(folder, 'configuration', 'coverage'));
    await tryBento(book, maps, join(folder, 'configuration'));
  },
};
