import type { Rows } from '../../../lib/model/platform.ts';
import { exampleProgram } from '../../fixtures/example.ts';
import { exampleEnvironment } from '../../fixtures/example-platform.ts';

const withOperator = ['cert-manager', 'cloudnative-pg', 'external-secrets'];

/** What prod says of its PostgreSQL for CloudNativePG to run it. */
export const operated = { managedBy: 'cloudnative-pg', instances: 2 };

/** The example with other settings of PostgreSQL in prod. @param operators those of its first cluster */
export function programWith(postgres: object, operators: readonly string[] = withOperator): typeof exampleProgram {
  const prod = exampleEnvironment('prod');
  const callcenterSettings = (prod.settings as Record<string, object>).callcenter;
  const changed = { ...prod, settings: { ...prod.settings, callcenter: { ...callcenterSettings, postgres } } };
  return {
    ...exampleProgram,
    clusters: exampleProgram.clusters.map(row => (row.name === 'gcp' ? { ...row, operators } : row)),
    environments: exampleProgram.environments.map(row => (row.name === 'prod' ? changed : row)) as Rows['environments'],
  };
}
