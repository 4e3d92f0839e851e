import type { Family } from '../family.ts';
import { accountWithoutToken } from './account-without-token.ts';
import { clusterHasRoom } from './cluster-has-room.ts';
import { containerProbes } from './container-probes.ts';
import { containerResources } from './container-resources.ts';
import { modestRole } from './modest-role.ts';
import { pinnedImage } from './pinned-image.ts';
import { restrictedContainer } from './restricted-container.ts';
import { restrictedPod } from './restricted-pod.ts';
import { rolloutHasRoom } from './rollout-has-room.ts';
import { schedulablePod } from './schedulable-pod.ts';
import { statedProtocol } from './stated-protocol.ts';

export const pods: Family = {
  title: 'What pods must say',
  rules: [
    containerResources,
    containerProbes,
    pinnedImage,
    statedProtocol,
    schedulablePod,
    rolloutHasRoom,
    clusterHasRoom,
    restrictedPod,
    restrictedContainer,
    accountWithoutToken,
    modestRole,
  ],
};
