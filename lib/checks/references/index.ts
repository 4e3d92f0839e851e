import type { Family } from '../family.ts';
import { ingressBackendExists } from './ingress-backend-exists.ts';
import { probePortExists } from './probe-port-exists.ts';
import { referenceResolves } from './reference-resolves.ts';
import { scalerTargetExists } from './scaler-target-exists.ts';
import { serviceFindsPods } from './service-finds-pods.ts';

export const references: Family = {
  title: 'Whether what is named is there',
  rules: [referenceResolves, scalerTargetExists, serviceFindsPods, ingressBackendExists, probePortExists],
};
