import type { Pod } from '../../../lib/checks/network/pod.ts';
import type { Direction } from '../../../lib/checks/network/policy.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Loose } from '../fresh.ts';

/** The documented meaning of policies, read off one connection at a time. `other` is a pod or an address. */
export function slowly(
  policies: readonly Manifest[],
  one: Pod,
  direction: Direction,
  other: Pod | number,
  protocol: string,
  port: number,
): boolean {
  if (one.namespace !== 'a') return true;
  const own = policies
    .map(({ spec }) => spec as Loose)
    .filter(spec => matches(spec.podSelector, one.labels) && spec.policyTypes.includes(direction));
  if (own.length === 0) return true;
  const [section, side] = direction === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
  const called = direction === 'Ingress' ? one : other;
  return own
    .flatMap(spec => spec[section!])
    .some(
      (rule: Loose) =>
        (rule[side!].length === 0 || rule[side!].some((peer: Loose) => isPeer(peer, other)))
        && (rule.ports.length === 0 || rule.ports.some((entry: Loose) => isPort(entry, called, protocol, port))),
    );
}

function isPeer({ ipBlock, namespaceSelector, podSelector }: Loose, other: Pod | number): boolean {
  if (typeof other === 'number') {
    if (ipBlock?.cidr === '0.0.0.0/0') return true;
    const last = other - 10 * 2 ** 24;
    return ipBlock !== undefined && last >= 0 && last < 8 && last !== 2 && last !== 3;
  }
  if (ipBlock) return false;
  const inNamespace =
    namespaceSelector === undefined
      ? other.namespace === 'a'
      : matches(namespaceSelector, { 'kubernetes.io/metadata.name': other.namespace });
  return inNamespace && matches(podSelector ?? {}, other.labels);
}

function isPort(entry: Loose, called: Pod | number, protocol: string, port: number): boolean {
  if ((entry.protocol ?? 'TCP') !== protocol) return false;
  if (entry.port === undefined) return true;
  if (typeof entry.port === 'number') return port >= entry.port && port <= (entry.endPort ?? entry.port);
  return typeof called !== 'number' && called.ports.some(each => each.name === entry.port && each.number === port);
}

function matches({ matchLabels = {}, matchExpressions = [] }: Loose, labels: Pod['labels']): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value)
    && matchExpressions.every(({ key }: Loose) => labels[key] === undefined)
  );
}
