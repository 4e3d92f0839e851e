/**
 * Rules whose findings a component may accept: breaking them harms the component itself. Not among them are those by
 * which an API server would refuse an object, and those that protect others or the history of git.
 */
export const acceptableRules = [
  'account-without-token',
  'budget-allows-eviction',
  'container-probes',
  'container-resources',
  'guarded-data',
  'ingress-backend-exists',
  'modest-role',
  'network-as-declared',
  'pinned-image',
  'policy-in-use',
  'probe-port-exists',
  'reference-resolves',
  'replicas-owned-once',
  'restricted-container',
  'restricted-pod',
  'scaler-target-exists',
  'service-finds-pods',
  'stated-protocol',
] as const;

/** Id of a rule whose findings may be accepted. */
export type AcceptableRule = (typeof acceptableRules)[number];

/** Why the findings of some rules are accepted, by the ids of the rules. */
export type Acceptances = { readonly [Rule in AcceptableRule]?: string };

/** Whether a component may accept the findings of a rule. */
export function isAcceptable(rule: string): rule is AcceptableRule {
  return (acceptableRules as readonly string[]).includes(rule);
}
