import type { Kind } from './kind.ts';
import { kubernetes } from './packages.ts';
import { free } from './schema/schema.ts';

const served = { versions: ['v1'], scope: 'cluster', schema: kubernetes, health: 'none' } as const;
const admission = { ...served, group: 'admissionregistration.k8s.io' };

// Kinds that nobody delivers: only that they have no namespace is known.
const known = { versions: [], scope: 'cluster', health: 'none' } as const;

/** Kinds that change what an API server serves, admits and signs. */
export const apiMachineryKinds: readonly Kind[] = [
  { ...admission, kind: 'MutatingAdmissionPolicy' },
  { ...admission, kind: 'MutatingAdmissionPolicyBinding' },
  { ...admission, kind: 'MutatingWebhookConfiguration' },
  { ...admission, kind: 'ValidatingAdmissionPolicy' },
  { ...admission, kind: 'ValidatingAdmissionPolicyBinding' },
  { ...admission, kind: 'ValidatingWebhookConfiguration' },
  {
    ...served,
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
    // The package knows no description of a field.
    unmodelled: { 'spec.versions.*.schema.openAPIV3Schema': free() },
    holdsData: 'in-object', // with it go all objects of its kind
    health: 'built-in',
  },
  { ...served, group: 'apiregistration.k8s.io', kind: 'APIService', health: 'built-in' },
  { ...known, group: 'certificates.k8s.io', kind: 'CertificateSigningRequest' },
  { ...known, group: 'certificates.k8s.io', kind: 'ClusterTrustBundle' },
  { ...known, group: 'flowcontrol.apiserver.k8s.io', kind: 'FlowSchema' },
  { ...known, group: 'flowcontrol.apiserver.k8s.io', kind: 'PriorityLevelConfiguration' },
  { ...known, group: 'resource.k8s.io', kind: 'DeviceClass' },
  { ...known, group: 'resource.k8s.io', kind: 'ResourceSlice' },
];
