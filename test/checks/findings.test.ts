import { findings } from '../../lib/checks/findings.ts';
import { exemptions } from '../../lib/checks/exemptions/exemptions.ts';
import type { Finding } from '../../lib/checks/finding.ts';
import { findingsText } from '../../lib/checks/findings-text.ts';
import { rules } from '../../lib/checks/rules.ts';
import { container, shop } from './edits.ts';
import type { Loose } from './fresh.ts';
import { platform } from './small-world/small-platform.ts';
import { EditableWorld, findingsAfter } from './small-world/small-world.ts';

describe.each(rules)('$id', ({ id, why, fix }) => {
  test('says what it is, why it matters and how to fix it, in whole sentences', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(why).toMatch(/^[A-Z].*\.$/);
    expect(fix).toMatch(/^[A-Z].*\.$/);
  });
});

test('no two rules share an id', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

test('rules never change what they look at', async () => {
  const world = new EditableWorld();
  container(world).image = 'x/api:latest';
  for (const unit of world.units) for (const manifest of unit.manifests) freeze(manifest);

  const found = await findings(world.units, { platform, delivery: world.delivery });

  expect(found.map(({ rule }) => rule)).toEqual(['pinned-image']);
});

test('a finding names the rule, the unit and the object, and says what is wrong and what to do', async () => {
  const found = await findingsAfter(world => {
    container(world).image = 'x/api';
  });

  expect(found).toEqual([
    {
      rule: 'pinned-image',
      unit: shop,
      object: 'Deployment api',
      message: "container 'api' runs 'x/api', which must have an exact tag or a digest",
      fix: 'Give the image an exact version tag or a digest, in the service or in overlays/images.json.',
    },
  ]);
});

test('findings come in the order of the rules, then of the units', async () => {
  const found = await findingsAfter(world => {
    for (const unit of ['overlays/prod/model', shop]) {
      const [container] = world.object(unit, 'Deployment').spec.template.spec.containers;
      delete container.readinessProbe;
      delete container.resources.limits.memory;
    }
  });

  expect(found.map(({ rule, unit }) => `${rule} ${unit}`)).toEqual([
    'container-resources overlays/prod/shop',
    'container-resources overlays/prod/model',
    'container-probes overlays/prod/shop',
    'container-probes overlays/prod/model',
  ]);
});

describe('findings as text', () => {
  const finding: Finding = { rule: 'r', unit: shop, object: 'Service api', message: 'is wrong', fix: 'Mend it.' };

  test('are a line each, with the fix once below those of a rule, and the number at the end', () => {
    const { object: _, ...ofUnit } = { ...finding, rule: 's', message: 'is not delivered', fix: 'Deliver it.' };

    expect(findingsText([finding, ofUnit, { ...finding, unit: 'overlays/dev/shop' }])).toBe(
      [
        'overlays/prod/shop: Service api: is wrong [r]',
        'overlays/dev/shop: Service api: is wrong [r]',
        '  Mend it.',
        'overlays/prod/shop: is not delivered [s]',
        '  Deliver it.',
        '3 problems found.',
        '',
      ].join('\n'),
    );
  });

  test('count one problem in the singular', () => {
    expect(findingsText([finding])).toContain('1 problem found.');
  });
});

describe('an exemption', () => {
  const reason = 'its pods are made by an operator';
  const exempt = (world: EditableWorld): void => {
    const deployment = world.object(shop, 'Deployment');
    deployment.metadata.annotations = { 'plainsail.dev/exempt.container-probes': reason };
    delete deployment.spec.template.spec.containers[0].readinessProbe;
  };

  test('spares its object one rule', async () => {
    expect(await findingsAfter(exempt)).toEqual([]);
  });

  test('spares no other object and no other rule', async () => {
    const found = await findingsAfter(world => {
      exempt(world);
      delete container(world).resources.limits.memory;
      delete world.object('overlays/prod/model', 'Deployment').spec.template.spec.containers[0].readinessProbe;
    });

    expect(found.map(({ rule, unit }) => `${rule} ${unit}`)).toEqual([
      'container-resources overlays/prod/shop',
      'container-probes overlays/prod/model',
    ]);
  });

  test('is listed with its reason', () => {
    const world = new EditableWorld();
    exempt(world);

    expect(exemptions(world.units)).toEqual([
      { rule: 'container-probes', unit: shop, object: 'Deployment api', reason },
    ]);
  });

  test('of a rule that must hold for every object spares nothing', async () => {
    const found = await findingsAfter(world => {
      const claim = world.object(shop, 'PersistentVolumeClaim');
      claim.metadata.annotations = { 'plainsail.dev/exempt.guarded-data': reason };
    });

    expect(found.map(({ rule }) => rule)).toEqual(['guarded-data', 'guarded-data', 'exemption-needed']);
  });
});

function freeze(value: Loose): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}
