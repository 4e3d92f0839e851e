import { overlayOf } from '../../lib/synth/overlay.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { folderFiles } from '../../lib/kustomize/kustomize-folder.ts';
import { inFolder } from '../kustomize/kustomization.ts';
import { kustomizes } from '../kustomize/kustomize.ts';

const overlay = { path: 'overlays/prod/shop', component: 'shop', namespace: 'shop-prod', editInstead: 'x' };

test.each(kustomizes())('$name patches the object of the base, and no namesake that the overlay adds', kustomize => {
  const base = [proxy(80)];
  const target = [proxy(81), proxy(80, 'elsewhere')];
  const { files, patches } = overlayOf({ ...overlay, namespace: '', base, target });
  const all = new Map([...folderFiles('base/shop', base, 'a test'), ...files]);
  const [patched, added] = inFolder(all, folder => kustomize.build(`${folder}/${overlay.path}`));

  expect(patches).toBe(1);
  expect([patched, added]).toEqual(expect.arrayContaining(target));
});

test('two objects whose names differ in a sign have files of their own', () => {
  const role = (name: string): Manifest => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name },
  });
  const { files } = overlayOf({ ...overlay, base: [], target: [role('a:b'), role('a-b')] });

  expect([...files.keys()].filter(path => path.includes('role'))).toHaveLength(2);
});

/** Two ports of one number, one without protocol: what no strategic patch carries. */
function proxy(targetPort: number, namespace?: string): Manifest {
  const ports: JsonMap[] = [
    { port: 53, name: 'tcp', targetPort },
    { port: 53, name: 'udp', protocol: 'UDP' },
  ];
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'proxy', ...(namespace && { namespace }) },
    spec: { ports },
  };
}
