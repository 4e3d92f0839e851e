import type { Platform } from '../model/platform.ts';

/** Ports of the repositories that Argo CD reads: those of git and of the charts, which are all reached by HTTPS or SSH. */
export function repositoryPorts({ site, operators, argoCd }: Platform): number[] {
  const addresses = [
    site.repository,
    ...[argoCd, ...Object.values(operators), ...(site.chartRepositories ?? [])].map(({ repository }) => repository),
  ];
  return [...new Set([443, ...addresses.map(portOf)])].sort((one, other) => one - other);
}

function portOf(address: string): number {
  const [, written] = /^[a-z]+:\/\/[^/]*:(\d+)(?:\/|$)/.exec(address) ?? [];
  if (written !== undefined) return Number(written);
  return /^(?:https|oci):/.test(address) ? 443 : 22; // git@host:path has no scheme
}
