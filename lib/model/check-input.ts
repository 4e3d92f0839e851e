import type { Images } from './images.ts';
import { InputError } from './input-error.ts';
import { alertProblems } from './input/alert-problems.ts';
import { clusterProblems } from './input/cluster-problems.ts';
import { environmentProblems } from './input/environment-problems.ts';
import { exposedProblems } from './input/exposed-problems.ts';
import { imageProblems } from './input/image-problems.ts';
import { namespaceProblems } from './input/namespace-problems.ts';
import { nodePortProblems } from './input/node-port-problems.ts';
import { offerProblems } from './input/offer-problems.ts';
import { siteProblems } from './input/site-problems.ts';
import { tenantProblems } from './input/tenant-problems.ts';
import { platformOf } from './platform.ts';
import type { Platform, Rows } from './platform.ts';

/**
 * The platform, once everything that types cannot see has been looked at: files that are read at run time, names
 * that must be unique, references between tables, and values that came in through a cast.
 *
 * @param images content of `overlays/images.json`
 * @throws InputError with every mistake at once
 */
export function checkedPlatform(rows: Rows, images: unknown): Platform {
  const platform = platformOf(rows, images as Images);
  const mistakes = [
    ...siteProblems(platform.site),
    ...clusterProblems(platform.clusters),
    ...tenantProblems(platform.tenants),
    ...offerProblems(platform),
    ...exposedProblems(platform),
    ...alertProblems(platform),
    ...environmentProblems(platform),
    ...imageProblems(platform),
  ];
  // These two follow references of the tables above, so they need those to be whole.
  if (mistakes.length === 0) mistakes.push(...namespaceProblems(platform), ...nodePortProblems(platform));
  if (mistakes.length > 0) throw new InputError(mistakes);
  return platform;
}
