import type { Images } from './images.ts';
import { InputError } from './input-error.ts';
import { clusterProblems } from './input/cluster-problems.ts';
import { endpointProblems } from './input/endpoint-problems.ts';
import { environmentProblems } from './input/environment-problems.ts';
import { imageProblems } from './input/image-problems.ts';
import { namespaceProblems } from './input/namespace-problems.ts';
import { nodePortProblems } from './input/node-port-problems.ts';
import { siteProblems } from './input/site-problems.ts';
import { tenantProblems } from './input/tenant-problems.ts';
import type { Platform } from './platform.ts';

/**
 * The platform, once everything that types cannot see has been looked at: files that are read at run time, names
 * that must be unique, references between tables, and values that came in through a cast.
 *
 * @param input puts the platform together around the images
 * @param images content of `overlays/images.json`
 * @throws InputError with every mistake at once
 */
export function checkedPlatform(input: (images: Images) => Platform, images: unknown): Platform {
  const platform = input(images as Images);
  const problems = [
    ...siteProblems(platform.site),
    ...clusterProblems(platform.clusters),
    ...tenantProblems(platform.tenants),
    ...endpointProblems(platform),
    ...environmentProblems(platform),
    ...imageProblems(platform),
  ];
  // These two follow references of the tables above, so they need those to be whole.
  if (problems.length === 0) problems.push(...namespaceProblems(platform), ...nodePortProblems(platform));
  if (problems.length > 0) throw new InputError(problems);
  return platform;
}
