import type { Family } from '../family.ts';
import { applicationPath } from './application-path.ts';
import { applicationSources } from './application-sources.ts';
import { credentialHasEntry } from './credential-has-entry.ts';
import { projectAdmits } from './project-admits.ts';
import { unitDelivered } from './unit-delivered.ts';

export const argocd: Family = {
  title: 'What Argo CD is told',
  rules: [unitDelivered, applicationPath, applicationSources, projectAdmits, credentialHasEntry],
};
