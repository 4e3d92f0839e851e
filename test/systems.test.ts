import { exampleEnvironment, examplePlatform } from './fixtures/example-platform.ts';
import { exampleRows } from './fixtures/example.ts';
import { findings } from '../lib/checks/findings.ts';
import { unitsOf } from '../lib/synthesis.ts';
import type { Environment } from '../lib/model/environment.ts';

/** What can be left out by itself, by the keys under which environments place it. */
const systems: Readonly<Record<string, readonly string[]>> = {
  'the call center': ['callcenter'],
  'tenants': ['tenants'],
  'the models at the edge': ['edge-models'],
  'the tracking of models': ['mlflow'],
  'monitoring': ['monitoring'],
  'all but the models at the edge': ['callcenter', 'tenants'],
};

test.each(Object.entries(systems))('a platform without %s is whole', async (_name, absent) => {
  const platform = examplePlatform({ environments: exampleRows.environments.map(row => without(row.name, absent)) });
  const { delivery, units } = unitsOf(platform);

  expect(await findings(units, { platform, delivery })).toEqual([]);
  const there = new Set(units.filter(({ owner }) => owner === 'component').map(({ component }) => component));
  expect(
    [...there].filter(name => absent.includes(name) || (absent.includes('tenants') && name.startsWith('tenant-'))),
  ).toEqual([]);
  expect(there.size).toBeGreaterThan(0);
});

function without(name: string, absent: readonly string[]): Environment {
  const { settings } = exampleEnvironment(name);
  return exampleEnvironment(name, {
    placement: Object.fromEntries(absent.map(component => [component, 'none'])),
    settings: Object.fromEntries(Object.entries(settings).filter(([component]) => !absent.includes(component))),
  });
}
