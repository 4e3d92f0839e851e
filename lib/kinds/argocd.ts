import type { HealthScript, Kind } from './kind.ts';
import { argoCd } from './packages.ts';
import { text } from './schema/schema.ts';

/**
 * How long a root waits for one of its Applications, in seconds, until it counts as failed. Only a sync that has failed is
 * tried again, and each time with the newest commit; one that waits for ever would hide all that are newer. Kubernetes gives
 * a rollout ten minutes. https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds
 */
const patience = 900;

// Without this an Application counts as healthy as soon as it exists, and a wave of Applications orders nothing. One that
// was never in place is not healthy either, though Argo CD says so of kinds that have no health, like namespaces. Scripts
// have no functions on texts, but times of this form are in the order of their letters; and a time that is read as a local
// one and written as a local one is right in any time zone.
const applicationHealth: HealthScript = {
  lua: `local status = obj.status or {}
local health = status.health or {}
local synced = status.sync ~= nil and status.sync.status == "Synced"
local policy = obj.spec.syncPolicy
local automated = policy ~= nil and policy.automated ~= nil and policy.automated.enabled ~= false

local hs = {status = health.status or "Progressing", message = health.message or ""}
if automated and not synced and status.history == nil then
  hs = {status = "Progressing", message = "waiting for its first sync"}
elseif not automated and not synced and hs.status ~= "Degraded" then
  hs = {status = "Healthy", message = "waiting for a person, and nobody for it"}
end
if hs.status == "Healthy" or hs.status == "Degraded" then
  return hs
end

local patience = ${patience}
local os = require("os")
local long = os.date("%Y-%m-%dT%H:%M:%SZ", os.time(os.date("!*t")) - patience)
if (health.lastTransitionTime or obj.metadata.creationTimestamp or long) < long then
  return {status = "Degraded", message = hs.status .. " for more than " .. patience .. " seconds"}
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
