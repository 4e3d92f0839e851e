import { exampleValues } from '../../lib/model/input/example-values.ts';
import type { Site } from '../../lib/model/site.ts';
import { example, plainsail } from '../fixtures/checkout.ts';
import { exampleRows } from '../fixtures/example.ts';
import { examplePlatform } from '../fixtures/example-platform.ts';

const site: Site = {
  repository: 'https://git.acme.dev/plainsail.git',
  revision: 'refs/heads/main',
  domain: 'examples.acme.dev',
  tailnet: 'acme.ts.net',
  gcpProject: 'acme-1000000000000',
  acmeEmail: 'ops@acme.dev',
  modelRepository: 'acme/example',
  exposed: [],
};
const clusters = exampleRows.clusters.map(row => ({ ...row, identityProvider: providerOf('123456789012') }));

test('values of an owner are no examples', () => {
  const where = exampleValues(examplePlatform({ site, clusters })).map(found => found.where);

  expect(where.filter(place => !place.includes('/') || place.endsWith('.ts'))).toEqual([]);
});

test.each([
  ['overlays/site.ts', 'domain', { site: { ...site, domain: 'mlops.example.com' }, clusters }],
  ['overlays/site.ts', 'tailnet', { site: { ...site, tailnet: 'example-tailnet.ts.net' }, clusters }],
  [
    `argocd/clusters.ts: '${clusters[0]!.name}'`,
    'identityProvider',
    { site, clusters: clusters.with(0, { ...clusters[0]!, identityProvider: providerOf('000000000000') }) },
  ],
])('an example in %s is told: %s', (where, field, rows) => {
  expect(exampleValues(examplePlatform(rows))).toContainEqual(expect.objectContaining({ where, field }));
});

test('an image that an example registry would serve is told until it is pinned to another', () => {
  const [component, { services }] = Object.entries(examplePlatform().components)[0]!;
  const where = `${component}/${Object.keys(services)[0]!}`;
  const pinned = (image: string): string[] =>
    exampleValues({ ...examplePlatform(), images: { [where]: { default: image } } } as never).map(found => found.where);

  expect(pinned('ghcr.io/example-org/x:1.0.0')).toContain(where);
  expect(pinned('ghcr.io/acme/x:1.0.0')).not.toContain(where);
});

test('validate lists them, and is content', () => {
  const { status, stdout } = plainsail(example(), ['validate', '--json']);

  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, examples: exampleValues(examplePlatform()) });
});

function providerOf(project: string): string {
  return `projects/${project}/locations/global/workloadIdentityPools/clusters/providers/x`;
}
