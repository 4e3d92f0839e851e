import type { Cluster } from './cluster.ts';
import type { Components } from './component.ts';
import type { Endpoints } from './endpoint.ts';
import type { Environment } from './environment.ts';
import type { Images } from './images.ts';
import type { Site } from './site.ts';
import type { Tenant } from './tenant.ts';

/** Everything that people write: the whole input of the program. */
export interface Platform {
  readonly site: Site;
  readonly clusters: readonly Cluster[];
  readonly environments: readonly Environment[];
  readonly tenants: readonly Tenant[];
  readonly images: Images;
  readonly components: Components;
  readonly endpoints: Endpoints;
}
