/** What decides things of some kinds, and can be played where it does not run. */
export type Controller =
  /** Of HorizontalPodAutoscalers, which takes pods that are measured. */
  | 'autoscalers'
  /** Of Ingresses. */
  | 'ingresses'
  /** cert-manager. */
  | 'certificates'
  /** External Secrets. */
  | 'secrets';
