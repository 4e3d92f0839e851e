import type { Construct } from 'constructs';
import { serviceNameOf } from './component-chart.ts';
import { inNoBase } from './in-no-base.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';
import type { ConfigFiles } from './config-files.ts';

/**
 * One ConfigMap for each folder of configuration files.
 *
 * @param annotations @default - none
 */
export function configMaps(
  scope: Construct,
  config: readonly ConfigFiles[] = [],
  annotations?: Record<string, string>,
): void {
  for (const { name, files, saysWhere = false } of config) {
    const object = new kubernetes.KubeConfigMap(scope, `ConfigMap-${name}`, {
      metadata: { name: `${serviceNameOf(scope)}-${name}`, labels: podLabels(scope), annotations },
      data: { ...files },
    });
    if (saysWhere) inNoBase(object);
  }
}
