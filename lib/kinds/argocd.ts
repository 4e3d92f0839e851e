import type { HealthScript, Kind } from './kind.ts';
import { argoCd } from './packages.ts';
import { text } from './schema/schema.ts';

// Without this an Application counts as healthy as soon as it exists, and a wave of Applications orders nothing. One that
// was never in place is not healthy either, though Argo CD says so of kinds that have no health, like namespaces.
const applicationHealth: HealthScript = {
  lua: `hs = {status = "Progressing", message = ""}
if obj.status == nil or obj.status.health == nil then
  return hs
end
local policy = obj.spec.syncPolicy
local automated = policy ~= nil and policy.automated ~= nil and policy.automated.enabled ~= false
local inPlace = obj.status.history ~= nil or (obj.status.sync ~= nil and obj.status.sync.status == "Synced")
if automated and not inPlace then
  hs.message = "waiting for its first sync"
  return hs
end
hs.status = obj.status.health.status
if obj.status.health.message ~= nil then
  hs.message = obj.status.health.message
end
return hs
`,
};

const some = text(/^[^]+$/);
const row = { group: 'argoproj.io', versions: ['v1alpha1'], scope: 'namespaced', schema: argoCd } as const;

/** Kinds of Argo CD. */
export const argocdKinds: readonly Kind[] = [
  { ...row, kind: 'Application', health: applicationHealth },
  { ...row, kind: 'ApplicationSet', health: 'built-in' },
  {
    ...row,
    kind: 'AppProject',
    // Packages lose fields of this name.
    unmodelled: {
      'spec.description': some,
      'spec.roles.*.description': some,
      'spec.syncWindows.*.description': some,
    },
    health: 'none',
  },
];
