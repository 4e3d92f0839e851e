import type { Family } from '../family.ts';
import { fitsItsStore } from './fits-its-store.ts';
import { mountHasVolume } from './mount-has-volume.ts';
import { namespaceAdmitsPods } from './namespace-admits-pods.ts';
import { selectorFindsOwnPods } from './selector-finds-own-pods.ts';
import { uniqueItems } from './unique-items.ts';
import { validKey } from './valid-key.ts';
import { validLabels } from './valid-labels.ts';
import { validName } from './valid-name.ts';
import { validPort } from './valid-port.ts';
import { validSchedule } from './valid-schedule.ts';
import { validSchema } from './valid-schema.ts';

export const admission: Family = {
  title: 'What an API server would refuse',
  rules: [
    validSchema,
    validName,
    validLabels,
    validKey,
    validPort,
    validSchedule,
    uniqueItems,
    fitsItsStore,
    selectorFindsOwnPods,
    mountHasVolume,
    namespaceAdmitsPods,
  ],
};
