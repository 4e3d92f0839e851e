import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { amid } from '../argocd/edits.ts';
import { applicationsPath } from '../argocd/running-platform.ts';
import type { World } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import { demandNone } from '../report/ledger.ts';
import type { Case } from './case.ts';

const settings = '/api/v1/namespaces/argocd/configmaps/argocd-cm';
const projects = '/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects';
const lists = [
  '/api/v1/namespaces/argocd/configmaps',
  '/api/v1/namespaces/argocd/serviceaccounts',
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
  projects,
  applicationsPath,
];

/** What the bootstrap applied belongs to Argo CD alone, so what git drops later goes from the cluster too. */
export const droppedKey: Case = {
  title: 'a key that git drops goes from what the bootstrap had applied',
  run: async world => {
    const foreign = (await Promise.all(lists.map(list => owners(world, list)))).flat();
    demandNone(foreign, 'objects that Argo CD does not own alone');
    return amid(
      world,
      () => {
        drop(world, 'dist/argocd/settings/configmap.argocd-cm.yaml', ({ data }) => delete data!['exec.enabled']);
        drop(world, 'dist/argocd/projects/appproject.dev.yaml', ({ spec }) => delete spec!['description']);
        drop(world, 'dist/argocd/settings/namespace.argocd.yaml', ({ metadata }) => {
          delete metadata!['labels']!['pod-security.kubernetes.io/audit'];
        });
      },
      async () => {
        await until('the keys are gone', {
          seconds: 120,
          missing: async () => {
            const left = [
              ...(await has(world, settings, 'data', 'exec.enabled')),
              ...(await has(world, `${projects}/dev`, 'spec', 'description')),
              ...(await has(
                world,
                '/api/v1/namespaces/argocd',
                'metadata',
                'labels',
                'pod-security.kubernetes.io/audit',
              )),
            ];
            return left.length === 0 ? undefined : left.join();
          },
        });
        return ['a setting, the description of a project and a label of a namespace went with git'];
      },
    );
  },
};

/** Objects that a person's tools own something of. */
async function owners(world: World, list: string): Promise<string[]> {
  return (await world.home.api.list(list)).flatMap(({ metadata }) => {
    const managers = (metadata['managedFields'] ?? []) as unknown as readonly { readonly manager: string }[];
    const tools = managers.map(({ manager }) => manager).filter(name => /^(?:kubectl|helm)/.test(name));
    return tools.length === 0 ? [] : [`${list}/${metadata.name}: ${tools.join()}`];
  });
}

interface Loose {
  [key: string]: Loose;
}

function drop(world: World, path: string, change: (object: Loose) => void): void {
  const object = parse(readFileSync(world.file(path), 'utf8')) as Loose;
  change(object);
  writeFileSync(world.file(path), stringify(object));
}

async function has(world: World, path: string, ...keys: readonly string[]): Promise<string[]> {
  const object = keys.reduce<JsonMap | undefined>(
    (value, key) => value?.[key] as JsonMap | undefined,
    await world.home.api.get(path),
  );
  return object === undefined ? [] : [keys.at(-1)!];
}
