import type { Manifest } from '../../../lib/model/manifest.ts';
import { labels } from './pod-sample.ts';

/** An object called `api` in namespace `shop`. */
export function object(apiVersion: string, kind: string, spec?: object, annotations?: Record<string, string>) {
  return {
    apiVersion,
    kind,
    metadata: { name: 'api', namespace: 'shop', labels, ...(annotations && { annotations }) },
    ...(spec && { spec }),
  } as Manifest;
}
