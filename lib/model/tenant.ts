import type { RequestQuota } from './component.ts';
import type { Gpus } from './pods/gpus.ts';
import type { Sizing } from './pods/sizing.ts';

/**
 * A team that shares the inference platform with others, isolated in a namespace of its own. What is not said here is the
 * same for every tenant; what an environment says of one counts more.
 */
export interface Tenant extends Sizing {
  /** Name of its component. Its namespaces end in the name of the environment. */
  readonly name: string;

  /** What all of its pods together may request, those that a rollout replaces among them. */
  readonly quota: RequestQuota;

  /** What its service runs wherever `overlays/images.json` pins nothing else. @default - the platform's sentiment service */
  readonly image?: string;

  /** A model of the registry in MLflow, by its name and alias: `sentiment@champion`. @default - the one in the image */
  readonly model?: string;

  /** Host name of its service, for people and programs outside, by environment. @default - it has none */
  readonly hosts?: Readonly<Record<string, string>>;

  /** GPUs for each of its pods, of any model or of one: `{ count: 1, model: 'NVIDIA-L4' }`. @default - none */
  readonly gpus?: Gpus;
}
