import { alertsPage } from '../alerts/alerts-page.ts';
import { listedAlerts, unwatchedIn } from '../alerts/listed.ts';
import { runbooksPage } from '../alerts/runbooks-page.ts';
import { synthesize } from '../synthesis.ts';
import type { Program } from '../synthesis.ts';
import type { Call } from './command-row.ts';
import { success } from './exit-codes.ts';
import { print, printJson } from './output.ts';

/** Prints every alert, and what none of them tells of. `docs/alerts.md` and `docs/runbooks.md` are what this prints. */
export async function alerts(program: Program, { json, options = {} }: Call): Promise<number> {
  const whole = await synthesize(program);
  const listed = listedAlerts(whole);
  if (json) printJson({ alerts: listed, unwatched: unwatchedIn(whole) });
  else if (options['runbooks']) print(runbooksPage(listed));
  else print(alertsPage(listed, unwatchedIn(whole)));
  return success;
}
