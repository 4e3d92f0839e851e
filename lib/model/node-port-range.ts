/**
 * The range that Kubernetes gives node ports from.
 * https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
 */
export const nodePortRange = { first: 30_000, last: 32_767 } as const;

/** Whether a number can be a node port. */
export function isNodePort(port: number): boolean {
  return Number.isInteger(port) && port >= nodePortRange.first && port <= nodePortRange.last;
}
