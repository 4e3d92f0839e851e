import { amountText, sumOf } from '../kinds/pods/amounts.ts';
import type { Amounts } from '../kinds/pods/amounts.ts';
import { offeredBy, volumeDisk } from '../kinds/pods/room.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Share } from './shares.ts';

/** What is asked at the autoscalers' least and at their most, for people and for machines. */
export interface CapacityRow {
  readonly cluster: string;
  readonly owner: string;
  readonly environment: string;
  readonly cpu: Bounds<string>;
  readonly memory: Bounds<string>;

  /** What claims take of the disks of nodes, on which they stay. */
  readonly disk: Bounds<string>;

  /** How many of the cluster's largest nodes that is, by what it takes most of. */
  readonly nodes: Bounds<number>;
}

interface Bounds<Value> {
  readonly least: Value;
  readonly most: Value;
}

/** A row for each share of a cluster, and one for all of them together. */
export function capacityRows(cluster: Cluster, shares: readonly Share[]): CapacityRow[] {
  const here = shares.filter(share => share.cluster === cluster.name);
  const all: Omit<Share, 'cluster'> = {
    owner: 'all',
    least: sumOf(here.map(({ least }) => least)),
    most: sumOf(here.map(({ most }) => most)),
  };
  return [...here, all].map(({ least, most, owner, environment = '' }) => {
    const both = <Value>(of: (amounts: Amounts) => Value): Bounds<Value> => ({ least: of(least), most: of(most) });
    return {
      cluster: cluster.name,
      owner,
      environment,
      cpu: both(amounts => textOf(amounts, 'requests.cpu')),
      memory: both(amounts => textOf(amounts, 'requests.memory')),
      disk: both(amounts => textOf(amounts, volumeDisk)),
      nodes: both(amounts => nodesFor(cluster, amounts)),
    };
  });
}

function textOf(amounts: Amounts, name: string): string {
  return amountText(name, amounts.get(name) ?? 0n);
}

/** In tenths, rounded up. */
function nodesFor({ nodes }: Cluster, asked: Amounts): number {
  const shareOf = (offered: Amounts): number =>
    Math.max(
      ...['requests.cpu', 'requests.memory', volumeDisk].map(
        name => Number(asked.get(name) ?? 0n) / Number(offered.get(name)!),
      ),
    );
  return Math.ceil(Math.min(...nodes.map(pool => shareOf(offeredBy(pool)))) * 10) / 10;
}
