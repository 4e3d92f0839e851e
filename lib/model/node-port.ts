/** The range that Kubernetes gives node ports from. */
export const nodePortRange = { first: 30000, last: 32767 } as const;

/** Whether Kubernetes would give this node port. */
export function isNodePort(port: number): boolean {
  return Number.isInteger(port) && port >= nodePortRange.first && port <= nodePortRange.last;
}
