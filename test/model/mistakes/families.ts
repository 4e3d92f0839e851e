import type { Case } from './case.ts';
import { chartCases } from './chart-cases.ts';
import { deliveryCases } from './delivery-cases.ts';
import { kindCases } from './kind-cases.ts';
import { componentCases, environmentCases, imageCases } from './platform-cases.ts';
import { leavingCases } from './leaving-cases.ts';
import { plainCases } from './plain-cases.ts';
import { hostCases, ingressCases, keyCases, podCases, sizeCases } from './setting-cases.ts';
import { containerCases, metadataCases, podSettingCases, schedulingCases, volumeCases } from './pod-setting-cases.ts';
import { clusterCases, siteCases, tenantCases } from './table-cases.ts';

/** Every mistake of the tables and of the settings of the house shapes, by where it is made. */
export const families: Readonly<Record<string, readonly Case[]>> = {
  'the site': siteCases,
  'clusters': clusterCases,
  'tenants': tenantCases,
  'environments': environmentCases,
  'components and endpoints': componentCases,
  'objects kept as YAML': plainCases,
  'kinds of its own': kindCases,
  'images': imageCases,
  'sizes': sizeCases,
  'pods': podCases,
  'pods of any service': podSettingCases,
  'containers': containerCases,
  'volumes': volumeCases,
  'places of pods': schedulingCases,
  'metadata': metadataCases,
  'hosts': [...hostCases, ...ingressCases],
  'settings': keyCases,
  'charts': chartCases,
  'delivery': deliveryCases,
  'what leaves': leavingCases,
};
