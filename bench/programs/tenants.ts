// The whole command `synth` for the platform of this repository with any number of tenants, on as many workers as they need.
import { argoCd } from '../../argocd/charts/argo-cd.ts';
import { clusters } from '../../argocd/clusters.ts';
import { operators } from '../../argocd/operators.ts';
import { kinds } from '../../imports/kinds.ts';
import { synth } from '../../lib/cli/synth.ts';
import { tenantsOf } from '../../lib/components/tenants/index.ts';
import { writeText } from '../../lib/disk/single-file.ts';
import type { ClusterRow } from '../../lib/model/cluster.ts';
import type { Environment } from '../../lib/model/environment.ts';
import type { Tenant } from '../../lib/model/tenant.ts';
import * as components from '../../overlays/components.ts';
import { environments } from '../../overlays/index.ts';
import { site } from '../../overlays/site.ts';
import { outcomeOf } from './outcome.ts';

const [count, root] = process.argv.slice(2);
const tenants = Array.from({ length: Number(count) }, (_, index): Tenant => {
  const name = `tenant-${String(index).padStart(4, '0')}`;
  return { name, quota: { cpu: '2', memory: '4Gi' } };
});
const large = { count: 4, cpu: '1000', memory: '32Ti', ephemeralStorage: '32Ti' } as const;
writeText(`${root}/overlays/images.json`, '{}');

await outcomeOf(async () => {
  const program = {
    root: root!,
    site,
    // Nodes so large that a few of them hold all: how pods are spread over many nodes is not what is measured.
    clusters: clusters.map((row: ClusterRow) => ({ ...row, nodes: row.nodes.map(node => ({ ...node, ...large })) })),
    operators,
    argoCd,
    environments: environments as readonly Environment[],
    tenants,
    components: { ...components, tenants: tenantsOf(tenants) },
    kinds,
  };
  const exitCode = await synth(program, { words: [], json: true, options: {} });
  if (exitCode !== 0) throw new Error('bench: the platform with its tenants must break no rule');
  return Number(count);
});
