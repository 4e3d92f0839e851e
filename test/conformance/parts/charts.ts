import { join } from 'node:path';
import { unexplained } from '../judges/exceptions.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import { send } from '../kubernetes/sending.ts';
import { notAdmitted } from '../platform/admission.ts';
import { applications } from '../platform/delivered.ts';
import type { Delivered } from '../platform/delivered.ts';
import { renderedChart } from '../platform/real-charts.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import type { Setting } from './setting.ts';

/** Tries the real charts of a cluster's operators: by their projects, and by the API server. */
export async function tryCharts(book: Book, cluster: Running, setting: Setting): Promise<void> {
  const charts = applications(setting.dist).filter(
    ({ cluster: name, chart }) => name === cluster.row.name && chart !== undefined,
  );
  for (const application of charts) await tryChart(book, application, cluster, setting);
}

async function tryChart(
  book: Book,
  application: Delivered,
  { name, minor, api }: Running,
  { dist, folder }: Setting,
): Promise<void> {
  const chart = await renderedChart(application, minor, join(folder, 'real-charts', name));
  const title = `${name}: the chart of ${application.name}`;
  if (!chart) return book.skips(title, 'it is not in a published Go module');

  await book.tries(`${title} is admitted by its project, and accepted`, async () => {
    const refused = await notAdmitted(dist, application, chart.objects, object => api.isNamespaced(object));
    const { accepted, refusals, warnings } = await send(api, chart.objects);
    demandNone([...refused, ...refusals, ...unexplained(warnings)], 'objects not admitted, refusals and warnings');
    return [`${chart.title}: ${accepted} objects`];
  });
}
