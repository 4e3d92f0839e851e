/** A place in an order of Argo CD, and why it is there. */
interface Wave {
  readonly wave: number;
  readonly why: string;
}

/**
 * Order among the Applications of a cluster: Argo CD waits until a wave is healthy before it starts the next.
 * https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export const waves = {
  projects: { wave: -10, why: 'An Application whose project is missing, or does not admit it yet, fails.' },
  foundation: { wave: -5, why: 'Namespaces with their bounds come before whatever lies in them.' },
  operators: { wave: 0, why: 'An operator brings the kinds that the next waves are made of.' },
  bounds: { wave: 1, why: 'What bounds an operator lies in the namespace that its chart has made.' },
  secrets: { wave: 5, why: 'Stores and secrets are of the kinds of an operator; pods wait for them.' },
  issuers: { wave: 5, why: 'Issuers are of the kinds of cert-manager; an Ingress waits for its certificate.' },
  nodePools: { wave: 5, why: 'Pools of nodes are of the kinds of Karpenter; pods wait for their nodes.' },
  components: { wave: 20, why: 'Services come last: all that they stand on is there.' },
} as const satisfies Record<string, Wave>;

/** Order among the objects of one component. Those without the annotation are in wave 0. */
export const objectWaves = {
  ground: {
    wave: -2,
    why: 'What a Job needs before it can run: its account, its files, its way through the policies.',
  },
  migration: { wave: -1, why: 'A database is changed before the pods that expect it.' },
} as const satisfies Record<string, Wave>;

/** What Argo CD must not do to an object by itself, in its own words, and why. */
interface Guard {
  readonly options: string;
  readonly why: string;
}

/** https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ */
export const guards = {
  keep: {
    options: 'Prune=false,Delete=false',
    why: 'It holds data, or what holds data: it is neither pruned nor deleted.',
  },
  outlive: {
    options: 'Delete=false',
    why: 'It outlives its root, however that is deleted; only git takes it away.',
  },
  confirm: { options: 'Prune=confirm,Delete=confirm', why: 'All that lies in it goes with it: a person must say so.' },
  keepDefinition: {
    options: 'Prune=false',
    why: 'It outlives what brought it, because all objects of its kind would go with it.',
  },
  replaced: {
    options: 'Force=true,Replace=true',
    why: 'What it says cannot be changed in place, so another one takes its place; nothing goes with it.',
  },
  kindComesLater: {
    options: 'SkipDryRunOnMissingResource=true',
    why: 'Its kind comes with an operator, which is another Application.',
  },
} as const satisfies Record<string, Guard>;

/** The annotation that puts an object into a wave. */
export function inWave({ wave }: Pick<Wave, 'wave'>): Record<string, string> {
  return { 'argocd.argoproj.io/sync-wave': String(wave) };
}

/** The annotation that guards an object. */
export function guarded(...by: readonly (keyof typeof guards)[]): Record<string, string> {
  return { [syncOptions]: by.map(guard => guards[guard].options).join(',') };
}

/** The same for an object whose annotations may say some options already: what they say counts. */
export function guardedBesides(
  annotations: Readonly<Record<string, string>>,
  ...by: readonly (keyof typeof guards)[]
): Record<string, string> {
  const own = syncOptionsIn(annotations);
  const named = new Set(own.map(nameOf));
  const ours = by.flatMap(guard => guards[guard].options.split(',')).filter(option => !named.has(nameOf(option)));
  return { ...annotations, [syncOptions]: [...own, ...ours].join(',') };
}

/** The same where the guard counts, whatever they say; other options stay beside it. */
export function guardedDespite(
  annotations: Readonly<Record<string, string>>,
  by: keyof typeof guards,
): Record<string, string> {
  const ours = guards[by].options.split(',');
  const named = new Set(ours.map(nameOf));
  const others = syncOptionsIn(annotations).filter(option => !named.has(nameOf(option)));
  return { ...annotations, [syncOptions]: [...ours, ...others].join(',') };
}

/** What annotations tell Argo CD not to do, or how: `Prune=false`. */
export function syncOptionsIn(annotations: Readonly<Record<string, string>>): string[] {
  return annotations[syncOptions]?.split(',').filter(option => option !== '') ?? [];
}

/** Options are given as `Prune=false`. */
function nameOf(option: string): string {
  return option.trim().split('=')[0]!;
}

/** The annotation with options for one object. */
export const syncOptions = 'argocd.argoproj.io/sync-options';

/** The annotation of an object whose health nothing waits for. */
export const unawaited: Readonly<Record<string, string>> = { 'argocd.argoproj.io/ignore-healthcheck': 'true' };

/** Annotations of a Job that Argo CD runs anew with each sync, because the template of a Job cannot be changed. */
export const runAnew: Readonly<Record<string, string>> = {
  'argocd.argoproj.io/hook': 'Sync',
  'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
};
