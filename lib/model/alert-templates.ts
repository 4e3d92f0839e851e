import type { AlertTemplate, AlertTemplates } from './alert.ts';
import type { Platform } from './platform.ts';

/** Every alert of some components and of their services, by name. */
export function alertTemplatesOf(platform: Platform, components: readonly string[]): Map<string, AlertTemplate> {
  return new Map(
    components.flatMap(component => {
      const { alerts = {}, services } = platform.components[component]!;
      const ofServices = Object.values(services).map(service => service.alerts ?? {});
      return [alerts, ...ofServices].flatMap((each: AlertTemplates) => Object.entries(each));
    }),
  );
}
