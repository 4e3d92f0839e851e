import type { postgresClusterAlerts } from '../../../../lib/components/callcenter/stores/alerts.ts';
import type { AlertName } from '../../../../lib/model/names.ts';

/** What one alert must do for given series, as the unit tests of Prometheus state it. */
export interface AlertCase {
  readonly alert: AlertName | keyof typeof postgresClusterAlerts;

  /** Values by series, a minute apart: `0x4 1x9` is five times 0, then ten times 1. */
  readonly series: Readonly<Record<string, string>>;

  /** Minutes at which it must not fire: before, too early, and after. */
  readonly quiet: readonly number[];

  /** Minutes at which it must fire once, with these labels and no others besides its own. */
  readonly fires: readonly number[];
  readonly labels: Readonly<Record<string, string>>;
}
