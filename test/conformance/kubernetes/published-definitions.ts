import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { downloaded } from '../toolbox/module-folder.ts';
import { argoCd, certManager, cloudnativePg, externalSecrets, keda } from '../toolbox/published-modules.ts';
import type { PublishedModule } from '../toolbox/published-modules.ts';

/** Where a published Go module has the definitions of some API groups. */
interface Source {
  readonly module: PublishedModule;
  readonly folder: string;

  /** Whether a file there is one of the group. */
  readonly holds: (group: string, file: string) => boolean;
}

const named = (group: string, file: string): boolean => file.startsWith(`${group}_`);

const ofCertManager: Source = { module: certManager, folder: 'deploy/crds', holds: named };

const sources: Readonly<Record<string, Source>> = {
  'argoproj.io': { module: argoCd, folder: 'manifests/crds', holds: (_, file) => file.endsWith('-crd.yaml') },
  'cert-manager.io': ofCertManager,
  'acme.cert-manager.io': ofCertManager,
  'postgresql.cnpg.io': { module: cloudnativePg, folder: 'config/crd/bases', holds: named },
  'keda.sh': { module: keda, folder: 'config/crd/bases', holds: named },
  'external-secrets.io': { module: externalSecrets, folder: 'config/crds/bases', holds: named },
};

/** Files that define the kinds of an API group, from the module of its operator; none for groups not listed. */
export async function publishedDefinitions(group: string): Promise<string[]> {
  const source = Object.hasOwn(sources, group) ? sources[group]! : undefined;
  if (!source) return [];

  const folder = join(await downloaded(source.module), source.folder);
  return readdirSync(folder)
    .filter(file => source.holds(group, file))
    .map(file => join(folder, file));
}
