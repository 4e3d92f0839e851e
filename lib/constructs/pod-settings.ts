import type { IConstruct } from 'constructs';
import { fields } from '../model/input/collections.ts';
import { faultsOf } from '../model/input/form.ts';
import { placedByGpus } from '../model/pods/gpus.ts';
import type { PodSettings } from '../model/pods/pod-settings.ts';
import { settingsOf } from '../model/service-settings.ts';
import { askerOf, ComponentChart } from './component-chart.ts';
import { podSettingForms } from './pod-forms.ts';
import type { PodProps } from './pod-props.ts';

/** What an environment may say of the pods of any service. */
export const podSettingsForm = fields<PodSettings>(podSettingForms);

/** What the environment says of the pods of a service; nothing where it is told to be wrong. */
export function environmentPods(scope: IConstruct): PodSettings {
  const { component, service } = askerOf(scope);
  const { pods } = settingsOf(ComponentChart.of(scope).surroundings, component, service);
  return pods === undefined || faultsOf(podSettingsForm, pods, '').length > 0 ? {} : (pods as PodSettings);
}

/**
 * The props of a pod with what the environment says of it: its values count more, and its lists come behind. Variables,
 * volumes and mounts that only it has come first, which is where a merge puts them. What follows from its GPUs is in them.
 */
export function withSettings<Props extends PodProps>(scope: IConstruct, own: Props): Props {
  const { surroundings, component } = ComponentChart.of(scope);
  return placedByGpus(merged(own, environmentPods(scope)), surroundings.clusterOf(component).nodes);
}

function merged<Props extends PodProps>(own: Props, theirs: PodSettings): Props {
  if (Object.keys(theirs).length === 0) return own;
  return {
    ...own,
    ...theirs,
    ...(theirs.env && { env: { ...onlyIn(theirs.env, own.env), ...own.env, ...theirs.env } }),
    ...(theirs.volumes && { volumes: { ...theirs.volumes, ...own.volumes } }),
    ...(theirs.mounts && { mounts: { ...theirs.mounts, ...own.mounts } }),
    ...(theirs.sidecars && { sidecars: { ...own.sidecars, ...theirs.sidecars } }),
    ...(theirs.initContainers && { initContainers: { ...own.initContainers, ...theirs.initContainers } }),
    ...(theirs.nodeSelector && { nodeSelector: { ...own.nodeSelector, ...theirs.nodeSelector } }),
    ...(theirs.tolerations && { tolerations: [...(own.tolerations ?? []), ...theirs.tolerations] }),
    ...(theirs.lifecycle && { lifecycle: { ...own.lifecycle, ...theirs.lifecycle } }),
  };
}

/** What both have, by name, where each name must be there once. */
export function clashesWithSettings(scope: IConstruct, own: PodProps): string[] {
  const theirs = environmentPods(scope);
  return (['sidecars', 'initContainers', 'volumes', 'mounts'] as const).flatMap(field =>
    Object.keys(theirs[field] ?? {})
      .filter(name => Object.hasOwn(own[field] ?? {}, name))
      .map(name => `${field}.${name}`),
  );
}

function onlyIn<Value>(
  these: Readonly<Record<string, Value>>,
  others: Readonly<Record<string, Value>> = {},
): Record<string, Value> {
  return Object.fromEntries(Object.entries(these).filter(([key]) => !Object.hasOwn(others, key)));
}
