import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../conformance/places.ts';

/** The base's file of a service's Deployment, from the root of the repository. */
export function baseFileOf(name: string): string {
  const component = readdirSync(join(repository, 'dist/base')).find(folder =>
    existsSync(join(repository, 'dist/base', folder, `deployment.${name}.yaml`)),
  );
  if (component === undefined) throw new Error(`dist/base: has no Deployment '${name}', must have it`);
  return `dist/base/${component}/deployment.${name}.yaml`;
}
