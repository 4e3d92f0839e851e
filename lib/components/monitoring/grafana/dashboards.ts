import type { Dashboard, Panel } from '../../../model/panel.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import { runningTools } from '../../../model/tools.ts';
import { alertsDashboard } from './pages/alerts.ts';
import { platformDashboard } from './pages/platform.ts';
import { resourcesDashboard } from './pages/resources.ts';

/**
 * Every page: those about all services alike, and those of the components and tools that are here. A service's own panels are
 * shown on the page about the platform.
 */
export function dashboardsOf(surroundings: Surroundings): Dashboard[] {
  const components = surroundings.components.map(name => surroundings.platform.components[name]!);
  const panels = components.flatMap(({ services }) =>
    Object.values(services).flatMap((service): readonly Panel[] => service.panels ?? []),
  );
  // Siblings share a page.
  const tools = runningTools(surroundings.platform).map(({ chart }) => chart);
  const pages = [...new Set([...components, ...tools].flatMap(({ dashboard }) => dashboard ?? []))];
  return [alertsDashboard, ...pages, platformDashboard(panels), resourcesDashboard];
}
