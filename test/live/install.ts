import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Json } from '../../lib/yaml/json.ts';
import { minors } from '../conformance/parts/api.ts';
import { cache, repository } from '../conformance/places.ts';
import { clusters } from '../conformance/platform/clusters.ts';
import { objectsOf } from '../conformance/platform/objects.ts';
import { buildTools } from '../conformance/toolbox/build.ts';
import { downloaded } from '../conformance/toolbox/module-folder.ts';
import * as publishedModules from '../conformance/toolbox/published-modules.ts';
import { requireGo, requirePrograms } from '../conformance/toolbox/machine.ts';
import { installNodeTools } from '../conformance/toolbox/node-tools.ts';
import { family as externalSecrets } from '../conformance/kubernetes/external-secrets.ts';
import { refuseUnknownVariables } from '../conformance/toolbox/own-program.ts';
import { installRedis } from '../conformance/toolbox/redis.ts';
import { ToolMissing } from '../conformance/toolbox/tool-missing.ts';
import { bundledImages } from './cluster/bundled.ts';
import { family as certManager, solverImages } from './cluster/cert-manager.ts';
import { ingressImage } from './cluster/ingress.ts';
import { imageArchives } from './images/index.ts';
import type { Archive } from './images/index.ts';
import { makerOf } from './images/makers.ts';
import { partsOf } from './images/reference.ts';
import { family as acme } from './internet/acme.ts';
import { internetAuthority } from './internet/authority.ts';
import { pauseImage } from './node/runtime.ts';
import type { Wishes } from './orders.ts';

/** Families of tools that nodes and control planes are made of. */
export const families: readonly string[] = [
  ...['etcd', 'kustomize', 'argocd', 'helm', 'containerd', 'cni', 'netpol', 'coredns'],
  ...[externalSecrets, certManager, acme],
  ...minors.flatMap(minor => [`kubernetes-${minor}`, `nodes-${minor}`]),
];

const dist = join(repository, 'dist');

/** Everything that a run needs. */
export interface Installed {
  /** Tree of unpacked packages that is laid over the machine's, inside the world only. */
  readonly tools: string;

  /** Every image that a pod may ask for. */
  readonly images: readonly Archive[];
}

/**
 * Builds, fetches and makes what is not there yet.
 *
 * @throws ToolMissing when something is not there and cannot be had
 */
export async function install({ nightly }: Pick<Wishes, 'nightly'>): Promise<Installed> {
  refuseUnknownVariables();
  if (process.platform !== 'linux') throw new ToolMissing(`this machine runs ${process.platform}, must run Linux`);
  if (process.getuid?.() !== 0) throw new ToolMissing('this user is not root, must be to make namespaces and mounts');
  await requirePrograms(['git', 'go', 'openssl', 'nice', 'unshare', 'nsenter', 'ip', 'findmnt', 'sysctl', 'timeout']);
  await requireGo([1, 26]);
  await buildTools(families);
  // A world has no way to them.
  for (const module of Object.values(publishedModules)) await downloaded(module);
  await installRedis();
  const tools = dirname(await installNodeTools());
  const committed = await imagesOfClusters();
  const promoted = nightly ? committed.flatMap(promotedOf) : [];
  const ways = clusters.some(({ ingress }) => ingress) ? [ingressImage] : [];
  const { certificate } = await internetAuthority();
  const images = await imageArchives(
    [...committed, ...promoted, ...Object.values(bundledImages), pauseImage, ...ways, ...solverImages(dist)],
    join(cache, 'images'),
    { authorities: readFileSync(certificate, 'utf8') },
  );
  return { tools, images };
}

/** What the case of a promotion needs. */
function promotedOf(reference: string): string[] {
  return (makerOf(reference).promoted ?? []).map(tag => `${partsOf(reference).name}:${tag}`);
}

/** Images that the committed output asks for. */
async function imagesOfClusters(): Promise<string[]> {
  const objects = await Promise.all(clusters.map(row => objectsOf(dist, row)));
  return objects.flat().flatMap(imagesIn);
}

/** Those of containers, wherever a kind has them. */
function imagesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    if (key !== 'containers' && key !== 'initContainers') return imagesIn(below!);
    return (below as readonly { readonly image?: string }[]).flatMap(({ image }) => image ?? []);
  });
}
