import { namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../../lib/yaml/json.ts';
import type { Answer, Api } from './api.ts';

/** Something that a cluster must refuse: proof that its acceptance of the rest says something. */
export interface Mutation {
  readonly title: string;

  /**
   * Tries it without storing anything. Returns the refusal.
   *
   * @throws Error when it is accepted, or for another reason
   */
  readonly refused: (api: Api, objects: readonly Manifest[]) => Promise<string[]>;
}

/** Each spoils one real workload. */
export const mutations: readonly Mutation[] = [
  mutation('an unknown field', /not declared in schema|unknown field/, deployment => ({
    ...deployment,
    spec: { ...(deployment['spec'] as JsonMap), replicaz: 2 },
  })),
  mutation('a privileged pod', /violates PodSecurity/, deployment =>
    podOf(deployment, container => [
      {
        ...container,
        securityContext: { privileged: true, allowPrivilegeEscalation: true },
      },
    ]),
  ),
  mutation('an object over the quota', /exceeded quota/, deployment =>
    podOf(deployment, container =>
      // Many ordinary containers: one large one would already be over the limit range.
      Array.from({ length: 60 }, (_, index) => ({ ...container, name: `copy-${index}`, ports: [] })),
    ),
  ),
];

function mutation(title: string, expected: RegExp, spoil: (deployment: Manifest) => Manifest): Mutation {
  return {
    title,
    refused: async (api, objects) => {
      const deployment = objects.find(({ kind }) => kind === 'Deployment');
      if (!deployment) throw new Error('mutation: no Deployment to spoil, must be one');

      const { status, body } = await api.apply(spoil(deployment), { dryRun: true });
      return [judged(title, status, String(body['message'] ?? ''), expected)];
    },
  };
}

function judged(title: string, status: Answer['status'], message: string, expected: RegExp): string {
  if (status < 300) throw new Error(`${title}: accepted with ${status}, must be refused`);
  if (!expected.test(message)) {
    throw new Error(`${title}: refused because of '${message}', must be ${String(expected)}`);
  }
  return `${status}: ${message}`;
}

function podOf(deployment: Manifest, change: (container: JsonMap) => readonly Json[]): Manifest {
  const template = (deployment['spec'] as JsonMap)['template'] as JsonMap;
  const spec = template['spec'] as JsonMap;
  const [container] = spec['containers'] as readonly JsonMap[];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'spoiled', namespace: namespaceOf(deployment) ?? 'default' },
    spec: { ...spec, containers: change(container!) },
  };
}
