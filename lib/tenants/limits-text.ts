import Table from 'cli-table3';
import { amountText } from '../kinds/pods/amounts.ts';
import type { Limit } from './limits.ts';

/** The bounds of tenants as each of them can be told: a line for each environment and each thing that is counted. */
export function limitsText(limits: readonly Limit[]): string {
  if (limits.length === 0) return 'No tenant is placed anywhere: overlays/tenants.ts has a row for each.\n';
  const table = new Table({
    head: ['tenant', 'environment', 'of', 'quota', 'least', 'in a rollout', 'most', 'in a rollout', 'headroom'],
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const limit of limits) {
    const { tenant, environment, of, quota, least, leastInRollout, most, mostInRollout, headroom } = limit;
    const amounts = [quota, least, leastInRollout, most, mostInRollout, headroom];
    table.push([tenant, environment, of, ...amounts.map(amount => textOf(of, amount))]);
  }
  return `${table.toString()}\n${explanation}\n`;
}

/** The same for machines. */
export function limitsJson(limits: readonly Limit[]): object[] {
  return limits.map(({ tenant, environment, of, ...amounts }) => ({
    tenant,
    environment,
    of,
    ...Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, textOf(of, amount)])),
  }));
}

const explanation =
  'What the pods of a tenant request of its quota, with its autoscaler at its least and at its most. While a new version\n'
  + 'rolls out, the quota counts each pod that leaves beside the one that takes its place. The headroom is what is left then.';

function textOf(of: Limit['of'], amount: bigint): string {
  return amountText(of === 'pods' ? 'requests.cpu' : of, amount);
}
