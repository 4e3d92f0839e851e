import { edgeModelsOf } from '../lib/components/edge-models/index.ts';
import { tenantsOf } from '../lib/components/tenants/index.ts';
import { models } from './models.ts';
import { tenants as tenantRows } from './tenants.ts';

// The program's own.
export * from '../lib/components/index.ts';

const edgeModels = edgeModelsOf(models);
export { edgeModels as 'edge-models' };

/** A component for each row of overlays/tenants.ts. */
export const tenants = tenantsOf(tenantRows);

// WHERE A NEW COMPONENT GOES: one line below, its services in a folder of its name under lib/components/.

declare module '../lib/model/names.ts' {
  interface Register {
    // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- a file cannot import itself in a statement
    readonly components: typeof import('./components.ts');
  }
}
