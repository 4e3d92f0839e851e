import type { ObjectRule } from './rule.ts';

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

// A Service's name becomes a part of host names and variables, so it may not begin with a digit.
const serviceName = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

// Names of roles and their bindings end up in paths only.
const pathSegment = /^(?!\.{1,2}$)[^/%]{1,253}$/;

// Room for the suffix that the controller of each kind gives to the pods' labels.
const patterns: Readonly<Record<string, RegExp>> = {
  Service: serviceName,
  Namespace: label,
  StatefulSet: /^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/,
  Job: label,
  CronJob: /^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/,
  Role: pathSegment,
  ClusterRole: pathSegment,
  RoleBinding: pathSegment,
  ClusterRoleBinding: pathSegment,
};

export const validName: ObjectRule = {
  id: 'valid-name',
  why: 'The API server refuses a name that is too long or holds a character that host names do not have.',
  fix: 'Shorten or correct the name of the service, or of the component, that the object is named after.',

  check: ({ kind, metadata: { name } }) => {
    const pattern = (Object.hasOwn(patterns, kind) ? patterns[kind] : undefined) ?? subdomain;
    return typeof name === 'string' && pattern.test(name) ? [] : [`is named '${String(name)}', which must match ${pattern.source}`];
  },
};
