// START HERE: the whole program. What people write goes in, and every file of dist/ comes out.
import { clusters } from './argocd/clusters.ts';
import { argocdUnits } from './lib/argocd/argocd-units.ts';
import { run } from './lib/cli/run.ts';
import { clusterUnits } from './lib/clusters/index.ts';
import { endpoints } from './lib/components/endpoints.ts';
import { components } from './lib/components/index.ts';
import { environments } from './overlays/index.ts';
import { site } from './overlays/site.ts';
import { tenants } from './overlays/tenants.ts';

process.exitCode = await run(process.argv.slice(2), {
  root: import.meta.dirname,
  input: images => ({ site, clusters, environments, tenants, images, components, endpoints }),
  units: (platform, delivery) => {
    const delivered = [...delivery.units, ...clusterUnits(platform, delivery)];
    return [...delivered, ...argocdUnits(platform, delivered)];
  },
});
