import { join } from 'node:path';
import { synthesize } from '../../../lib/synthesis.ts';
import type { Environment } from '../../../lib/model/environment.ts';
import { exampleProgram } from '../../fixtures/example.ts';
import { exampleEnvironment } from '../../fixtures/example-platform.ts';
import { exampleFolder } from '../../fixtures/repository.ts';

const { staging } = (await import(join(exampleFolder, 'overlays/staging.ts'))) as { readonly staging: Environment };

test('staging is off as it is delivered', () => {
  expect(exampleProgram.environments.map(({ name }) => name)).toEqual(['dev', 'prod']);
});

test('turned on beside dev and prod, staging renders and passes every check', async () => {
  const { units, findings } = await synthesize({
    ...exampleProgram,
    environments: [...exampleProgram.environments, staging],
  });
  const paths = units.map(({ path }) => path);

  expect(findings).toEqual([]);
  expect(paths).toContain('overlays/staging/callcenter');
  expect(paths).toContain('overlays/staging/edge-models');
});

test.each(['dev', 'prod'])('an environment can leave CallCenter AI out: %s', async name => {
  const { callcenter: _gone, ...settings } = exampleEnvironment(name).settings;
  const without = exampleEnvironment(name, { placement: { callcenter: 'none' }, settings });
  const environments = exampleProgram.environments.map(row => (row.name === name ? without : row));
  const { units, findings } = await synthesize({ ...exampleProgram, environments });
  const paths = units.filter(unit => unit.environment === name).map(({ path }) => path);

  expect(findings).toEqual([]);
  expect(paths).not.toContain(`overlays/${name}/callcenter`);
  expect(JSON.stringify(units.filter(unit => unit.environment === name))).not.toContain(`callcenter-${name}`);
});
