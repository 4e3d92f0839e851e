// START HERE: the whole program. What people write goes in, and every file of dist/ comes out.
import { argoCd } from './argocd/charts/argo-cd.ts';
import { clusters } from './argocd/clusters.ts';
import { operators } from './argocd/operators.ts';
import { kinds } from './imports/kinds.ts';
import { run } from './lib/cli/run.ts';
import * as components from './overlays/components.ts';
import { environments } from './overlays/index.ts';
import { leaving } from './overlays/leaving.ts';
import { site } from './overlays/site.ts';
import { tenants } from './overlays/tenants.ts';

process.exitCode = await run(process.argv.slice(2), {
  root: import.meta.dirname,
  site,
  clusters,
  operators,
  argoCd,
  environments,
  tenants,
  components,
  leaving,
  kinds,
});
