import type { AlertTemplate, AlertTemplates } from './alert.ts';
import { credentialAlerts } from './credential-alerts.ts';
import { runningTools } from './tools.ts';
import type { Platform } from './platform.ts';

/** Every alert of some components, of their services, of the platform's own tools, and of what ends, by name. */
export function alertTemplatesOf(platform: Platform, components: readonly string[]): Map<string, AlertTemplate> {
  const ofComponents = components.flatMap(component => {
    const { alerts = {}, services } = platform.components[component]!;
    const ofServices = Object.values(services).map(service => service.alerts ?? {});
    return [alerts, ...ofServices].flatMap((each: AlertTemplates) => Object.entries(each));
  });
  // Every cluster is read whatever is placed there, and so is every tool.
  const ofTools = runningTools(platform).flatMap(({ chart }) => Object.entries<AlertTemplate>(chart.alerts ?? {}));
  const ofCredentials = Object.entries(credentialAlerts(platform.site.credentialEnds));
  return new Map([...ofComponents, ...ofTools, ...ofCredentials]);
}
