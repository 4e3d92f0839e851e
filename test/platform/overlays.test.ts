import { join } from 'node:path';
import { synthesize } from '../../lib/synthesis.ts';
import { identityOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { ownProgram } from '../fixtures/own-program.ts';
import { root } from '../fixtures/repository.ts';
import { kustomizes } from '../kustomize/kustomize.ts';

const { units } = await synthesize(ownProgram);
const buildable = units.filter(({ files, path }) => files.has(`${path}/kustomization.yaml`));
const judges = kustomizes();

test('there is something to build, and somebody to judge it', () => {
  console.log(`Judged by ${judges.map(({ name }) => name).join(', ')}`);

  expect(judges.length).toBeGreaterThan(0);
  expect(buildable.length).toBeGreaterThan(0);
});

describe.each(judges)('$name', ({ build }) => {
  test.each(buildable)('builds dist/$path exactly as its constructs render it', ({ path, manifests }) => {
    const objects = build(join(root, 'dist', path)) as Manifest[];

    expect(objects).toHaveLength(manifests.length);
    expect(byIdentity(objects)).toEqual(byIdentity(manifests));
    // A directive that Kustomize did not understand would be equal on both sides only if a construct wrote it.
    expect(JSON.stringify(objects)).not.toMatch(/"\$patch"|"\$retainKeys|config\.kubernetes\.io\//);
  });
});

function byIdentity(manifests: readonly Manifest[]): Record<string, Manifest> {
  return Object.fromEntries(manifests.map(manifest => [identityOf(manifest), manifest]));
}
