/** The levels of Kubernetes' Pod Security Standards, from the strictest on. */
export const podSecurityLevels = ['restricted', 'baseline', 'privileged'] as const;

/** One of them: which pods a namespace admits. */
export type PodSecurityLevel = (typeof podSecurityLevels)[number];

/** Whether a text is one of them. */
export function isPodSecurityLevel(text: string): text is PodSecurityLevel {
  return (podSecurityLevels as readonly string[]).includes(text);
}
