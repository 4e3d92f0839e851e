import { placeOf } from '../constructs/component-chart.ts';
import type { ComponentChart } from '../constructs/component-chart.ts';
import { podSettingsForm } from '../constructs/pod-settings.ts';
import type { CommonSettings } from '../model/component-table.ts';
import type { Form } from '../model/input/form.ts';
import { mistakesIn } from '../model/input/form.ts';
import { metadataForm } from '../model/input/metadata-form.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { settingsOf } from '../model/service-settings.ts';
import type { Surroundings } from '../model/surroundings.ts';

/** What settings of any service may say, whatever its construct takes. */
const forms: Readonly<Record<keyof CommonSettings, Form>> = { pods: podSettingsForm, metadata: metadataForm };

/** Keys that settings of every service have in common. */
export const commonKeys = Object.keys(forms);

/** What an environment says to the construct of a service: its settings without what every service has. */
export function settingsOfConstruct(
  surroundings: Surroundings,
  component: string,
  service: string,
): object | undefined {
  const entries = Object.entries(settingsOf(surroundings, component, service));
  const own = entries.filter(([key]) => !commonKeys.includes(key));
  return own.length > 0 ? Object.fromEntries(own) : undefined;
}

/** Mistakes in what every service has in common; the service has been rendered. */
export function commonMistakes(service: string, chart: ComponentChart): Mistake[] {
  const where = placeOf(service, chart);
  const settings = settingsOf(chart.surroundings, chart.component, service);
  const wrong = Object.entries(forms).flatMap(([key, form]) =>
    settings[key] === undefined ? [] : mistakesIn(where, form, settings[key], key),
  );
  if (settings.pods === undefined || chart.withPods.has(service) || wrong.length > 0) return wrong;
  return [mistake('conflict', where, "'pods' must be left out, because the service makes none")];
}
