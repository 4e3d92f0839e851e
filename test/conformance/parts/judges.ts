import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { groupOf, namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { checkov, installCheckov } from '../judges/checkov.ts';
import { unexplained, unused } from '../judges/exceptions.ts';
import type { JudgeFinding } from '../judges/finding.ts';
import { kubeScore } from '../judges/kube-score.ts';
import { kubeconform, writeSchemas } from '../judges/kubeconform.ts';
import { startCluster } from '../kubernetes/control-plane.ts';
import { define, definitionFiles } from '../kubernetes/definitions.ts';
import { startEtcd } from '../kubernetes/etcd.ts';
import { clusters } from '../platform/clusters.ts';
import { objectsOf } from '../platform/objects.ts';
import { until } from '../processes/until.ts';
import { demandNone } from '../report/ledger.ts';
import { minors } from './api.ts';
import type { Part, Setting } from './setting.ts';

/** What others think of the objects of each cluster. */
export const judges: Part = {
  families: ['etcd', 'kustomize', 'kwok', 'kube-score', 'kubeconform', ...minors.map(minor => `kubernetes-${minor}`)],
  installs: [installCheckov],
  run: async setting => {
    const book = setting.ledger.part('judges');
    const folders = await Promise.all(
      clusters.map(async row => {
        const objects = await objectsOf(setting.dist, row);
        return { row, objects, folder: written(join(setting.folder, 'judged', row.name), objects) };
      }),
    );
    const all = async (judge: (folder: string, minor: string) => Promise<JudgeFinding[]>): Promise<JudgeFinding[]> =>
      (await Promise.all(folders.map(({ folder, row }) => judge(folder, row.kubernetes)))).flat();
    await book.tries('kube-score has nothing to say that is not explained', async () =>
      judged('kube-score', await all(kubeScore)),
    );
    await book.tries('checkov has nothing to say that is not explained', async () =>
      judged('checkov', await all(checkov)),
    );
    const objects = folders.flatMap(one => one.objects);
    for (const minor of minors) {
      await book.tries(`kubeconform accepts every object by the schemas of a ${minor} API server`, async () => {
        const { schemas, skipped } = await schemasOf(minor, objects, setting);
        const judgeable = objects.filter(object => !skipped.includes(groupOf(object)));
        const folder = written(join(setting.folder, 'judged', `conform-${minor}`), judgeable);
        const conform = judged('kubeconform', await kubeconform(folder, schemas));
        const aside = objects.length - judgeable.length;
        return [...conform, `${judgeable.length} objects, not tried: ${aside} of kinds that nobody defined`];
      });
    }
  },
};

function judged(judge: string, findings: readonly JudgeFinding[]): string[] {
  const complaints = [...unexplained(findings), ...unused(judge, findings)];
  demandNone(complaints, `findings of ${judge} without an exception, or the reverse`);
  return [`${findings.length} findings, all explained`];
}

/** Schemas as a running server publishes them, with the kinds of the operators. */
async function schemasOf(minor: string, objects: readonly Manifest[], setting: Setting) {
  const ground = { ...setting, folder: join(setting.folder, `schemas-${minor}`) };
  mkdirSync(ground.folder, { recursive: true });
  await setting.supervisor.stopAll();
  const row = { ...clusters[0]!, name: `schemas-of-${clusters[0]!.name}` };
  const etcd = await startEtcd(setting.supervisor, ground.folder);
  const cluster = await startCluster(row, minor, { ...ground, etcd });
  await define(cluster.api, objects);
  const foreign = objects.filter(({ apiVersion }) => apiVersion.includes('.') && !apiVersion.includes('k8s.io'));
  const custom = [...new Set(foreign.map(groupOf))];
  const defined: string[] = [];
  for (const group of custom) if ((await definitionFiles(group)).length > 0) defined.push(group);
  await until('the schemas are published', {
    missing: async () => {
      const text = JSON.stringify(await cluster.api.get('/openapi/v2'));
      return defined.find(group => !text.includes(`"group":"${group}"`));
    },
    seconds: 60,
  });
  const schemas = join(ground.folder, 'schemas');
  await writeSchemas(cluster.api, schemas);
  return { schemas, skipped: custom.filter(group => !defined.includes(group)) };
}

function written(folder: string, objects: readonly Manifest[]): string {
  mkdirSync(folder, { recursive: true });
  objects.forEach((object, index) => {
    const name = `${index}.${object.kind}.${namespaceOf(object) ?? ''}.${object.metadata.name}.yaml`;
    writeFileSync(join(folder, name), stringify(object, { aliasDuplicateObjects: false }));
  });
  return folder;
}
