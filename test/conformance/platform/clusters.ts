import { clusters as rows } from '../../../argocd/clusters.ts';
import { clustersOf } from '../../../lib/model/cluster.ts';
import { site } from '../../../overlays/site.ts';

/** The clusters of the platform, as `dist/` is made for them. */
export const clusters = clustersOf(rows, site);
