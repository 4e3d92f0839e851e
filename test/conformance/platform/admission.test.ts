import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { notAdmitted } from './admission.ts';
import type { Delivered } from './delivered.ts';

const dist = mkdtempSync(join(tmpdir(), 'admission-'));
mkdirSync(join(dist, 'argocd', 'projects'), { recursive: true });
writeFileSync(
  join(dist, 'argocd', 'projects', 'appproject.shop.yaml'),
  stringify({
    spec: {
      clusterResourceWhitelist: [
        { group: '', kind: 'Namespace', name: 'shop' },
        { group: 'a.b', kind: 'Open' },
      ],
      namespaceResourceWhitelist: [{ group: 'apps', kind: 'Deployment' }],
      destinations: [{ name: 'farm', namespace: 'shop' }],
    },
  }),
);
afterAll(() => rmSync(dist, { recursive: true }));

const application: Delivered = {
  name: 'prod-shop',
  cluster: 'farm',
  wave: 0,
  namespace: 'shop',
  manifest: {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'prod-shop' },
    spec: { project: 'shop', destination: { name: 'farm' } },
  },
};

test.each([
  ['apps/v1', 'Deployment', 'web', 'shop', []],
  ['apps/v1', 'Deployment', 'web', undefined, []],
  ['apps/v1', 'Deployment', 'web', 'other', ['prod-shop: Deployment web in other']],
  ['apps/v1', 'StatefulSet', 'web', 'shop', ['prod-shop: StatefulSet web in shop']],
  ['v1', 'Namespace', 'shop', undefined, []],
  ['v1', 'Namespace', 'other', undefined, ['prod-shop: Namespace other in no namespace']],
  ['a.b/v1', 'Open', 'any', undefined, []],
  ['c.d/v1', 'Open', 'any', undefined, ['prod-shop: Open any in no namespace']],
])('%s %s %s in %s', async (apiVersion, kind, name, namespace, complaints) => {
  const object: Manifest = { apiVersion, kind, metadata: { name, ...(namespace !== undefined && { namespace }) } };
  const isNamespaced = () => Promise.resolve(['Deployment', 'StatefulSet'].includes(kind));

  expect(await notAdmitted(dist, application, [object], isNamespaced)).toEqual(complaints);
});
