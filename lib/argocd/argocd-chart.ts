import { valuesOn } from '../model/helm-chart.ts';
import type { HelmChart } from '../model/helm-chart.ts';
import type { Platform } from '../model/platform.ts';
import type { Json } from '../yaml/json.ts';
import { mapAt } from '../yaml/json-path.ts';

/** Argo CD's own chart, whose values also hold the keys of the host that the repository is read from over SSH. */
export function argoCdChart({ argoCd, clusters, site: { repositoryAccess } }: Platform): HelmChart {
  const hosts = repositoryAccess?.as === 'ssh' ? (repositoryAccess.knownHosts ?? []) : [];
  if (hosts.length === 0) return argoCd;
  const values = mapAt(valuesOn(argoCd, clusters[0]!));
  const ssh: Json = { ...mapAt(values, 'configs', 'ssh'), extraHosts: hosts.map(line => `${line}\n`).join('') };
  return { ...argoCd, values: { ...values, configs: { ...mapAt(values, 'configs'), ssh } } };
}
